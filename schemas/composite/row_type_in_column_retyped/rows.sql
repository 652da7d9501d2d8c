INSERT INTO customer VALUES (1, ROW('Road', 1));
