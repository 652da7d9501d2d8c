CREATE TABLE t (at date NOT NULL);
CREATE INDEX t_at ON t (at);
