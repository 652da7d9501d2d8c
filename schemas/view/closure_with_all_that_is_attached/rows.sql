INSERT INTO sale SELECT i, i, date '2026-01-01' + i, 'x' FROM generate_series(1, 90) i;
REFRESH MATERIALIZED VIEW report.month;
