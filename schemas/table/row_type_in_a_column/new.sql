CREATE TABLE item (n int, price bigint);
CREATE TABLE sale (id int PRIMARY KEY, lines item[], one item);
