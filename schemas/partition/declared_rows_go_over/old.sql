CREATE TABLE kind (code text PRIMARY KEY, up text REFERENCES kind, rank int);
CREATE TABLE thing (id serial PRIMARY KEY, kind text NOT NULL REFERENCES kind);
INSERT INTO kind VALUES ('a', NULL, 1), ('b', 'a', 2), ('c', 'a', 3);
