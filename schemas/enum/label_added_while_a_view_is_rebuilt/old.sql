CREATE TYPE state AS ENUM ('open', 'closed');
CREATE TABLE ticket (id int PRIMARY KEY, state state NOT NULL, weight int);
CREATE VIEW heavy AS SELECT id, state, weight FROM ticket WHERE weight > 10;
