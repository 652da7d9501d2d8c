CREATE TYPE state AS ENUM ('open', 'closed');
CREATE TABLE ticket (id int PRIMARY KEY, state state DEFAULT 'open' NOT NULL, past state[]);
CREATE INDEX ticket_open ON ticket (id) WHERE state = 'open';
CREATE VIEW open_ticket AS SELECT id, state FROM ticket WHERE state = 'open';
CREATE FUNCTION is_done(state) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT $1 = 'closed' $$;
