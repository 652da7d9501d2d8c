CREATE TABLE log (id int, at date NOT NULL) PARTITION BY RANGE (at);
CREATE INDEX log_id ON log (id);
CREATE TABLE log_2025 (id int, at date NOT NULL);
CREATE INDEX log_2025_id_idx ON log_2025 (id);
