CREATE TABLE kind (code text PRIMARY KEY, up text REFERENCES kind, rank int) PARTITION BY LIST (code);
CREATE TABLE kind_rest PARTITION OF kind DEFAULT;
CREATE TABLE thing (id serial PRIMARY KEY, kind text NOT NULL REFERENCES kind) PARTITION BY HASH (id);
CREATE TABLE thing_0 PARTITION OF thing FOR VALUES WITH (MODULUS 1, REMAINDER 0);
-- plumb: rows exact
INSERT INTO kind VALUES ('a', NULL, 1), ('b', 'a', 22), ('d', 'b', 4);
