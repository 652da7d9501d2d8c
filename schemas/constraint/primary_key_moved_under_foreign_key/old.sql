CREATE TABLE country (id int PRIMARY KEY, code char(2) NOT NULL UNIQUE);
CREATE TABLE city (id int PRIMARY KEY, country_id int REFERENCES country);
