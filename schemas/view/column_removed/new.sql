CREATE TABLE person (id int PRIMARY KEY, name text, born date);
CREATE VIEW people AS SELECT id, name FROM person;
CREATE VIEW named AS SELECT name FROM people;
CREATE FUNCTION add_person() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO person VALUES (new.id, new.name); RETURN new; END $$;
CREATE TRIGGER adding INSTEAD OF INSERT ON people FOR EACH ROW EXECUTE FUNCTION add_person();
CREATE RULE no_delete AS ON DELETE TO named DO INSTEAD NOTHING;
ALTER VIEW named ALTER COLUMN name SET DEFAULT 'nobody';
GRANT SELECT, INSERT ON people TO shop_app;
COMMENT ON VIEW named IS 'Those with a name';
