INSERT INTO a.t VALUES (1, 'one');
INSERT INTO b.t VALUES (1, 'uno');
