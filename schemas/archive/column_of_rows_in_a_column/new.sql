CREATE TABLE u (id int PRIMARY KEY, x text);
CREATE TABLE hist (id int PRIMARY KEY, was u);
