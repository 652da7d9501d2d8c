INSERT INTO animal VALUES (1, 'x');
INSERT INTO puppy VALUES (2, 'y', true, 1);
