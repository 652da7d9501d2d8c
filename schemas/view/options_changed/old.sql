CREATE TABLE t (id int, x int);
CREATE VIEW a AS SELECT id FROM t;
CREATE VIEW b WITH (security_barrier = true) AS SELECT id FROM t;
CREATE VIEW c WITH (security_barrier = true) AS SELECT id FROM t;
