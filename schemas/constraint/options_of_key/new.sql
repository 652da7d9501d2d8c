CREATE TABLE t (a int PRIMARY KEY WITH (fillfactor = 44), b int UNIQUE);
CREATE TABLE u (a int PRIMARY KEY WITH (fillfactor = 60));
