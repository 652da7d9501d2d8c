CREATE TABLE u (id int PRIMARY KEY, x text, y text);
CREATE TABLE hist (id int PRIMARY KEY, was u);
