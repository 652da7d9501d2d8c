CREATE TABLE t (
    a int,  -- plumb: using a * 2
    b int NOT NULL
);
