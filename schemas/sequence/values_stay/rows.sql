INSERT INTO a (x) SELECT 'a' FROM generate_series(1, 30);
INSERT INTO b (x) SELECT 'b' FROM generate_series(1, 7);
INSERT INTO c (x) VALUES ('c'), ('c');
INSERT INTO d (x) VALUES ('d'), ('d');
SELECT nextval('free'), nextval('free');
