CREATE SCHEMA ext;
CREATE TABLE kept (id int PRIMARY KEY, a text);
