CREATE TABLE owner (id bigint PRIMARY KEY);
CREATE TABLE event (  -- plumb: partitions dynamic
    id bigint NOT NULL,
    at date NOT NULL,
    owner bigint REFERENCES owner,
    PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
CREATE TABLE event_default PARTITION OF event DEFAULT;
CREATE UNIQUE INDEX "Event ON ONLY time" ON event (at, id);
