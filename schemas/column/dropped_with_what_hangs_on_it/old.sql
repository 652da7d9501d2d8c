CREATE TABLE t (
    id int PRIMARY KEY,
    kind text NOT NULL CHECK (kind <> ''),
    a int,
    b int,
    CHECK (a < b),
    UNIQUE (kind, a)
);
CREATE INDEX t_a ON t (a) WHERE b > 0;
CREATE TABLE u (id int PRIMARY KEY, kind text, a int, FOREIGN KEY (kind, a) REFERENCES t (kind, a));
