INSERT INTO log VALUES (1, '2025-05-05', 'a');
INSERT INTO "Log 2026" (id, at, what) VALUES (2, '2026-06-06', 'b');
