INSERT INTO doc VALUES (1, '{"a": 1}', 2);
