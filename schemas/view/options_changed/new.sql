CREATE TABLE t (id int, x int);
CREATE VIEW a WITH (security_invoker = true) AS SELECT id FROM t WITH LOCAL CHECK OPTION;
CREATE VIEW b AS SELECT id FROM t;
CREATE VIEW c WITH (security_barrier = true) AS SELECT id, x FROM t;
