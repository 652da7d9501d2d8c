INSERT INTO sale VALUES (1, 'new', '{new,paid}'), (2, 'paid', NULL);
