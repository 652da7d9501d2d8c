INSERT INTO label VALUES (1, 'one');
