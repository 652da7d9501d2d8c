CREATE TABLE log (id int NOT NULL, at date NOT NULL, note text, size bigint) PARTITION BY RANGE (at);
CREATE TABLE log_2026 PARTITION OF log FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE log_2025 (id int, at date, note text NOT NULL, size int);
