CREATE TABLE t (a int, doubled int GENERATED ALWAYS AS (a * 2) STORED);
