CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TABLE event (
    id bigint NOT NULL,
    at date NOT NULL,
    kind integer,
    feeling mood
) PARTITION BY RANGE (at);
CREATE TABLE event_2025 PARTITION OF event FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE "event of 2026" PARTITION OF event FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE event_2027 (at date NOT NULL, kind integer, id bigint NOT NULL, feeling mood);
ALTER TABLE event ATTACH PARTITION event_2027 FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
CREATE TABLE event_later PARTITION OF event FOR VALUES FROM ('2028-01-01') TO (MAXVALUE) PARTITION BY LIST (kind);
CREATE TABLE event_later_1 PARTITION OF event_later FOR VALUES IN (1);
