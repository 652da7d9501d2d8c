INSERT INTO person VALUES ('a@b', 10);
