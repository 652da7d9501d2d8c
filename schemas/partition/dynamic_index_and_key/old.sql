CREATE TABLE owner (id bigint PRIMARY KEY);
CREATE TABLE event (
    id bigint NOT NULL,
    at date NOT NULL,
    owner bigint
) PARTITION BY RANGE (at);
CREATE TABLE event_default PARTITION OF event DEFAULT;
CREATE TABLE event_2026 PARTITION OF event FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE INDEX event_old ON event (owner);
