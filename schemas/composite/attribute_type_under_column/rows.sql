INSERT INTO offer VALUES (1, ROW(5, 'a "b", c'), ARRAY[ROW(6, NULL)::money_of]), (2, NULL, NULL);
