CREATE TYPE mood AS ENUM ('ok', 'bad');
-- plumb: partitions dynamic
CREATE TABLE event (
    id bigint NOT NULL,
    at date NOT NULL,
    kind integer,
    feeling mood,
    note text DEFAULT 'none'
) PARTITION BY RANGE (at);
CREATE TABLE event_2025 PARTITION OF event FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
ALTER TABLE event ADD CONSTRAINT event_kind CHECK (kind > 0);
