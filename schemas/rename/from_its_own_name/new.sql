CREATE SCHEMA hr;
-- plumb: renamed from emp
CREATE TABLE hr.emp (id int PRIMARY KEY);
