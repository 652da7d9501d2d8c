CREATE ROLE app;
CREATE ROLE other;
ALTER ROLE app SET search_path = "$user", public, "Odd ""x""";
ALTER ROLE app SET work_mem = '8MB';
ALTER ROLE app SET my.setting = 'it''s';
ALTER ROLE app SET "TimeZone" = 'UTC';
ALTER ROLE app IN DATABASE d1 SET work_mem = '16MB';
ALTER ROLE other SET temp_tablespaces = '';
ALTER ROLE ALL SET statement_timeout = '1min';
