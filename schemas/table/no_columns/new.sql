CREATE TABLE nothing (id int);
CREATE TABLE something ();
CREATE TABLE void ();
