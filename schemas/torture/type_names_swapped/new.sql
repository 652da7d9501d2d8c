CREATE TYPE two AS ENUM ('a');
CREATE TYPE one AS (x int);
CREATE TABLE uses (p two, q one);
