CREATE TABLE item (n int, price int);
CREATE TABLE sale (id int PRIMARY KEY, lines item[], one item);
