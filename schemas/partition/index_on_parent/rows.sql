INSERT INTO log VALUES (1, '2025-05-05', 'a'), (2, '2026-06-06', 'b');
