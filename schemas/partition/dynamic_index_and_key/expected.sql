CREATE TABLE owner (id bigint PRIMARY KEY);
CREATE TABLE event (
    id bigint NOT NULL,
    at date NOT NULL,
    owner bigint REFERENCES owner,
    PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
CREATE TABLE event_default PARTITION OF event DEFAULT;
CREATE TABLE event_2026 PARTITION OF event FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE UNIQUE INDEX "Event ON ONLY time" ON event (at, id);
