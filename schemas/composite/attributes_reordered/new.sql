CREATE TYPE c AS (b text, a integer);
CREATE TABLE t (v c, w c[]);
COMMENT ON COLUMN c.b IS 'said of it';
