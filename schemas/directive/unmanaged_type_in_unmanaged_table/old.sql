CREATE TYPE job_state AS ENUM ('new', 'done');
CREATE TABLE job (id int, state job_state);
CREATE INDEX job_state_idx ON job (state);
