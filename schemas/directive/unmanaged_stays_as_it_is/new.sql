-- plumb: unmanaged
CREATE TABLE job (id int PRIMARY KEY);
GRANT SELECT ON job TO shop_owner;
-- plumb: unmanaged
CREATE VIEW waiting AS SELECT id FROM job;
CREATE TABLE run (id int, job int REFERENCES job, started date);
CREATE VIEW started AS SELECT run.id, waiting.id AS job FROM run JOIN waiting ON waiting.id = run.job;
