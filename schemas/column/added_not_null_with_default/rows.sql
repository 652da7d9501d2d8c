INSERT INTO customer SELECT i, 'name ' || i FROM generate_series(1, 100) i;
