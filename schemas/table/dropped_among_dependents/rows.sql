INSERT INTO tag VALUES (1, 'news');
INSERT INTO article VALUES (10, 1, 'Plumb'), (11, NULL, 'Lead');
