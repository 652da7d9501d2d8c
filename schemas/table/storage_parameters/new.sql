CREATE TABLE event (id int) WITH (autovacuum_vacuum_scale_factor = 0.01, fillfactor = 90);
