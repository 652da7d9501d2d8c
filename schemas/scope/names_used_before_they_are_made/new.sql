CREATE VIEW open_ticket AS SELECT id, is_open(state) AS open FROM ticket;
CREATE TABLE ticket (id int PRIMARY KEY, state state NOT NULL, person_id int REFERENCES person);
CREATE FUNCTION is_open(state) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT $1 = 'open' $$;
CREATE TABLE person (id int PRIMARY KEY);
CREATE TYPE state AS ENUM ('open', 'closed');
