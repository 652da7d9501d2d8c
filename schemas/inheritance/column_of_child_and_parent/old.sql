CREATE TABLE base (id int, e int);
CREATE TABLE child (x int) INHERITS (base);
