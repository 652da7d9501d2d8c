CREATE ROLE app LOGIN;
CREATE ROLE alice LOGIN CREATEDB;
CREATE ROLE dba SUPERUSER;
GRANT dba TO alice;
GRANT app TO alice;
ALTER ROLE alice SET work_mem = '4MB';
ALTER ROLE ALL SET statement_timeout = '1min';
COMMENT ON ROLE alice IS 'Alice';
