CREATE ROLE app;
CREATE ROLE other;
GRANT SET ON PARAMETER log_min_duration_statement TO app WITH GRANT OPTION;
GRANT SET, ALTER SYSTEM ON PARAMETER work_mem, log_statement TO other;
GRANT SET ON PARAMETER my.setting TO app;
