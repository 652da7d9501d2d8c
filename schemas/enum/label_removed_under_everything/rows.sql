INSERT INTO sale SELECT i, CASE WHEN i % 2 = 0 THEN 'new'::state ELSE 'paid' END FROM generate_series(1, 9) i;
REFRESH MATERIALIZED VIEW counted;
