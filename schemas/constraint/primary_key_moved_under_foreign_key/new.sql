CREATE TABLE country (id int UNIQUE NOT NULL, code char(2) PRIMARY KEY);
CREATE TABLE city (id int PRIMARY KEY, country_id int REFERENCES country (id));
