-- plumb: unmanaged
CREATE TABLE job (id int, name text);
CREATE VIEW v AS SELECT name FROM job;
