-- plumb: unmanaged
CREATE TYPE job_state AS ENUM ();
CREATE TABLE job (id int); -- plumb: unmanaged
CREATE TABLE log (job int, state job_state);
