CREATE DOMAIN amount AS int CHECK (value >= 0);
CREATE TABLE item (id int PRIMARY KEY, price amount NOT NULL);
CREATE VIEW cheap AS SELECT id, price FROM item WHERE price < 10;
