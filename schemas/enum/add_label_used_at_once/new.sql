CREATE TYPE state AS ENUM ('new', 'open', 'waiting', 'closed');
CREATE TABLE ticket (id int PRIMARY KEY, state state DEFAULT 'new' NOT NULL CHECK (state <> 'waiting' OR id > 0));
CREATE VIEW waiting AS SELECT id FROM ticket WHERE state = 'waiting';
