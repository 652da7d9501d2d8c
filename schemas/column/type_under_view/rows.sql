INSERT INTO sale SELECT i, i * 10, date '2026-01-01' + i FROM generate_series(1, 50) i;
REFRESH MATERIALIZED VIEW monthly;
