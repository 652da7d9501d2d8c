CREATE ROLE stays LOGIN;
CREATE ROLE team;
CREATE ROLE comes;
GRANT team TO stays;
CREATE TABLE t (a int);
GRANT SELECT ON t TO comes;
CREATE TABLE hers (a int);
ALTER TABLE hers OWNER TO comes;
