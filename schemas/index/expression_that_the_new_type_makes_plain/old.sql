CREATE TABLE t (at timestamp NOT NULL);
CREATE INDEX t_at ON t (date(at));
