CREATE TYPE job_state AS ENUM ('new', 'done');
CREATE TABLE job (id int, state job_state);
