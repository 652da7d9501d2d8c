CREATE SCHEMA shop;
CREATE TABLE shop.customer (id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE shop."order" (
    id serial PRIMARY KEY,
    number bigint GENERATED ALWAYS AS IDENTITY,
    customer int NOT NULL REFERENCES shop.customer,
    note text,
    placed timestamptz DEFAULT now(),
    UNIQUE (customer, number),
    CHECK (number > 0)
);
CREATE INDEX ON shop."order" (placed);
CREATE INDEX order_by_note ON shop."order" (note);
CREATE TABLE shop.line ("order" int REFERENCES shop."order", amount int);
CREATE VIEW shop.recent AS SELECT id, note FROM shop."order" WHERE placed > now() - interval '1 day';
COMMENT ON TABLE shop."order" IS 'What customers want';
