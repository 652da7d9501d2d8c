CREATE TYPE state AS ENUM ('open', 'closed');
COMMENT ON TYPE state IS 'Of a ticket';
CREATE TABLE ticket (id int PRIMARY KEY, state state DEFAULT 'open' NOT NULL);
