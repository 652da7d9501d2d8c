INSERT INTO ticket VALUES (1, 'open', '{closed,open}'), (2, 'closed', NULL);
INSERT INTO door VALUES (1, 'open');
