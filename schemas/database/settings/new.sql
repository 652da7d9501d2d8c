CREATE DATABASE shop WITH TEMPLATE = template0 ENCODING = 'UTF8';
ALTER DATABASE shop SET work_mem = '16MB';
ALTER DATABASE shop SET lock_timeout = '3s';
ALTER DATABASE shop IS_TEMPLATE = true;
COMMENT ON DATABASE shop IS 'the new shop';
CREATE TABLE t (a int, b int);
