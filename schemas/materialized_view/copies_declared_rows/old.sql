CREATE TABLE kind (id int PRIMARY KEY, factor int);
INSERT INTO kind VALUES (1, 2), (2, 7), (3, 5);
CREATE VIEW factors AS SELECT factor FROM kind;
