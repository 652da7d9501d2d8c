CREATE ROLE app LOGIN;
GRANT app TO dba;
ALTER ROLE dba SET lock_timeout = '3s';
