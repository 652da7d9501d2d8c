CREATE TABLE nothing ();
CREATE TABLE something (id int);
