INSERT INTO sale VALUES (1, ARRAY[ROW(1, 2)::item], ROW(3, 4));
