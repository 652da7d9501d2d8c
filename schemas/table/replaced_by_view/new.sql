CREATE TABLE base (id int PRIMARY KEY, name text);
CREATE VIEW names AS SELECT id, name FROM base;
