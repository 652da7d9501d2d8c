INSERT INTO booking VALUES ('2026-05-05', '[1,2]');
