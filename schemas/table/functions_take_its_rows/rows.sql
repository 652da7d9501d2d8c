INSERT INTO person VALUES ('Ada', 'L');
