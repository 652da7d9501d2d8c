INSERT INTO doc VALUES (1, '{"name": "x", "items": [{"name": "y"}]}');
