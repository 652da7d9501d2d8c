CREATE TABLE event (id int) WITH (fillfactor = 70, autovacuum_enabled = false);
