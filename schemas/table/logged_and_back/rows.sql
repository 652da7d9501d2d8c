INSERT INTO cache VALUES ('a', 'b');
INSERT INTO counter VALUES ('hits', 3);
