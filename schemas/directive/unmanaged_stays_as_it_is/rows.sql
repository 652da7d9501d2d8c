INSERT INTO job VALUES (1, '{}', 3);
INSERT INTO run (id) VALUES (1);
