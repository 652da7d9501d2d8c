-- plumb: partitions dynamic
CREATE TABLE event (at date NOT NULL, kind integer NOT NULL) PARTITION BY LIST (kind);
