INSERT INTO kind VALUES ('own', 'b', 9);
INSERT INTO thing (kind) VALUES ('a'), ('b'), ('b');
DELETE FROM thing WHERE id = 3;
