INSERT INTO word VALUES ('a', 'b');
