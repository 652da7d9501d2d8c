INSERT INTO log (at, n) VALUES ('2025-05-05', 5), ('2026-06-06', 6);
