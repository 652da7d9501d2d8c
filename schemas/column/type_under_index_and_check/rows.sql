INSERT INTO price VALUES ('a', 100), ('b', 200);
