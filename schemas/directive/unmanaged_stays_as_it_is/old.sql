CREATE TABLE job (id int PRIMARY KEY, payload jsonb NOT NULL, tries int DEFAULT 0 CHECK (tries >= 0));
CREATE INDEX job_tries ON job (tries);
CREATE VIEW waiting AS SELECT id, payload FROM job WHERE tries = 0;
GRANT SELECT ON job TO shop_app;
GRANT SELECT (payload) ON job TO shop_reader;
COMMENT ON TABLE job IS 'made by the queue''s own tool';
CREATE TABLE run (id int, started date);
