ALTER DATABASE d1 SET work_mem = '8MB';
ALTER DATABASE d1 SET search_path = "$user", public;
ALTER DATABASE d1 SET my.setting = 'x';
ALTER DATABASE d1 CONNECTION LIMIT 50;
COMMENT ON DATABASE d1 IS 'the shop';
CREATE TABLE t (a int);
