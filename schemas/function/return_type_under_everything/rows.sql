INSERT INTO game (id, points, kind) SELECT i, i, 3 FROM generate_series(1, 20) i;
INSERT INTO split VALUES (1), (40);
REFRESH MATERIALIZED VIEW kept;
