CREATE ROLE app;
CREATE ROLE other;
CREATE ROLE fresh;
GRANT SET, ALTER SYSTEM ON PARAMETER log_min_duration_statement TO app;
GRANT SET ON PARAMETER work_mem TO other, fresh;
