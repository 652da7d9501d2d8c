INSERT INTO ticket VALUES (1, 'open', 20);
