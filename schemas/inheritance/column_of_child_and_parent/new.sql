CREATE TABLE base (id int);
CREATE TABLE child (x int) INHERITS (base);
ALTER TABLE child ADD COLUMN e int;
