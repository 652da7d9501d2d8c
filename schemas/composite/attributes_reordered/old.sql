CREATE TYPE c AS (a integer, b text);
CREATE TABLE t (v c, w c[]);
COMMENT ON COLUMN c.b IS 'said of it';
