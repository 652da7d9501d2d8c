CREATE TABLE parent (a int, b int, PRIMARY KEY (a, b));
CREATE TABLE child (
    a int,
    b int,
    CONSTRAINT to_parent FOREIGN KEY (a, b) REFERENCES parent MATCH FULL ON UPDATE CASCADE ON DELETE SET NULL (b)
);
