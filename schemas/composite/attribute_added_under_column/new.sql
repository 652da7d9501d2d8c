CREATE TYPE address AS (street text, town text, country text);
CREATE TABLE person (id int PRIMARY KEY, home address);
