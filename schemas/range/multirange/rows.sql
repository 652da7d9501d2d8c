INSERT INTO offer VALUES (1, NULL, '{[1,2],[3,4]}');
