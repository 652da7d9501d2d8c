CREATE TABLE t (c date, a int NOT NULL, CHECK (a > 0), b text DEFAULT 'x', UNIQUE (b, c));
