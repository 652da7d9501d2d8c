INSERT INTO site VALUES (1, 'a'), (2, 'b');
INSERT INTO reading (site, taken, value) VALUES (1, '2026-02-03', 1.5), (2, '2026-12-31', NULL), (1, '2025-01-01', 3), (NULL, '2030-01-01', 7), (2, '2030-01-01', 7);
DELETE FROM reading WHERE id = 5;
ALTER TABLE reading DISABLE RULE r;
INSERT INTO reading (site, taken, value) VALUES (2, '2026-03-03', 2000);
ALTER TABLE reading ENABLE RULE r;
INSERT INTO note VALUES (1, 1, '2026-02-03'), (2, 3, '2025-01-01');
REFRESH MATERIALIZED VIEW sums;
