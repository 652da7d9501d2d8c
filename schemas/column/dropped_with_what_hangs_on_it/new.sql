CREATE TABLE t (id int PRIMARY KEY, kind text NOT NULL CHECK (kind <> ''), b int);
CREATE TABLE u (id int PRIMARY KEY, kind text, a int);
