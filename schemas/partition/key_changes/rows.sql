INSERT INTO p VALUES (1, 'x'), (2, 'y');
