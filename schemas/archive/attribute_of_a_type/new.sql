CREATE TYPE place AS (street text, zip text);
CREATE DOMAIN home AS place;
CREATE TYPE trip AS (start place, days int);
CREATE TABLE t (id int PRIMARY KEY, a place, b place[], c home, d trip);
CREATE TABLE p (k int PRIMARY KEY, a place NOT NULL) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
