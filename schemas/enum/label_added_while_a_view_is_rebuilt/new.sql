CREATE TYPE state AS ENUM ('open', 'waiting', 'closed');
CREATE TABLE ticket (id int PRIMARY KEY, state state NOT NULL, weight bigint);
CREATE VIEW heavy AS SELECT id, state, weight FROM ticket WHERE weight > 10 AND state <> 'waiting';
