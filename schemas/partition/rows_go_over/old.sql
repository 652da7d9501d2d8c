CREATE TABLE site (id integer PRIMARY KEY, name text);
CREATE TABLE reading (id bigint GENERATED ALWAYS AS IDENTITY, n serial, site integer REFERENCES site, taken date NOT NULL, value numeric, twice numeric GENERATED ALWAYS AS (value * 2) STORED, PRIMARY KEY (id, taken), CHECK (value > 0));
CREATE INDEX reading_value ON reading (value);
CREATE TABLE note (id integer PRIMARY KEY, reading bigint, taken date, FOREIGN KEY (reading, taken) REFERENCES reading);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.value := NEW.value + 1; RETURN NEW; END $$;
CREATE TRIGGER t BEFORE INSERT ON reading FOR EACH ROW EXECUTE FUNCTION f();
CREATE VIEW v AS SELECT * FROM reading;
CREATE MATERIALIZED VIEW sums AS SELECT site, sum(value) AS value FROM v GROUP BY site;
CREATE RULE r AS ON INSERT TO reading WHERE NEW.value > 1000 DO INSTEAD NOTHING;
