CREATE TYPE one AS ENUM ('a');
CREATE TYPE two AS (x int);
CREATE TABLE uses (p one, q two);
