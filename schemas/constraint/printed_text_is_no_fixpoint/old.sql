CREATE TABLE t (
    id int,
    s varchar(10) CHECK (s IN ('x', 'y')),
    n numeric CHECK (n BETWEEN 1 AND 10),
    d timestamp CHECK (d > '2000-01-01'),
    e text DEFAULT 'a' || 'b'
);
CREATE INDEX t_s ON t (s) WHERE s IN ('x', 'y');
CREATE VIEW v AS SELECT id FROM t WHERE s IN ('x', 'y') AND e LIKE 'a%' AND EXTRACT(year FROM d) = 2026;
