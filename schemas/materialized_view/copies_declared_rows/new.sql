CREATE TABLE kind (id int PRIMARY KEY, factor int);
-- plumb: rows exact
INSERT INTO kind VALUES (1, 2), (2, 3), (4, 5);
CREATE TABLE word (id int PRIMARY KEY, word text);
INSERT INTO word VALUES (1, 'one');
CREATE VIEW factors AS SELECT factor FROM kind;
CREATE MATERIALIZED VIEW product AS SELECT sum(factor) AS factors, (SELECT count(*) FROM word) AS words FROM factors;
