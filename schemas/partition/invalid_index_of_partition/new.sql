CREATE TABLE event (at int) PARTITION BY RANGE (at);
CREATE TABLE event_1 PARTITION OF event FOR VALUES FROM (0) TO (100);
CREATE TABLE event_2 PARTITION OF event FOR VALUES FROM (100) TO (300) PARTITION BY RANGE (at);
CREATE TABLE event_2a PARTITION OF event_2 FOR VALUES FROM (100) TO (200);
CREATE TABLE event_2b PARTITION OF event_2 FOR VALUES FROM (200) TO (300);
-- One of the partitions below still lacks its index, so those above are not valid.
CREATE INDEX event_at ON ONLY event (at);
CREATE INDEX event_1_at ON event_1 (at);
CREATE INDEX event_2_at ON ONLY event_2 (at);
CREATE INDEX event_2a_at ON event_2a (at);
ALTER INDEX event_at ATTACH PARTITION event_1_at;
ALTER INDEX event_2_at ATTACH PARTITION event_2a_at;
ALTER INDEX event_at ATTACH PARTITION event_2_at;
