INSERT INTO doc VALUES (1, repeat('a', 3000), repeat('b', 3000), repeat('c', 3000));
