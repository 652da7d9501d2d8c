ALTER DATABASE d1 SET work_mem = '16MB';
ALTER DATABASE d1 SET lock_timeout = '3s';
ALTER DATABASE d1 IS_TEMPLATE = true;
COMMENT ON DATABASE d1 IS 'the new shop';
CREATE TABLE t (a int, b int);
