CREATE TABLE job (id int);
