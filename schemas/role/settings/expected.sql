CREATE ROLE app;
CREATE ROLE other;
ALTER ROLE app SET search_path = '';
ALTER ROLE app SET work_mem = '16MB';
ALTER ROLE app SET my.other = 'a, b';
ALTER ROLE other IN DATABASE d1 SET search_path = "a,b", c;
ALTER ROLE other SET role = 'app';
ALTER ROLE ALL SET lock_timeout = '3s';
ALTER ROLE ALL SET statement_timeout = '2min';
