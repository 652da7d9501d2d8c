CREATE TABLE t (id int, x xml, who text DEFAULT system_user);
CREATE VIEW v AS SELECT n FROM (SELECT id AS n FROM t);
