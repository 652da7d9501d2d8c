CREATE TABLE t (a int NOT NULL, b text DEFAULT 'x', c date, CHECK (a > 0), UNIQUE (b, c));
