INSERT INTO tenant_row VALUES (1, 'a'), (2, 'b');
