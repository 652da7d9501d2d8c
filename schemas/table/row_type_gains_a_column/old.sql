CREATE TABLE item (n int, price int);
CREATE TABLE sale (id int PRIMARY KEY, lines item[], one item);
CREATE VIEW shown AS SELECT id, (one).price, lines FROM sale;
