-- plumb: rename from s
CREATE TABLE t (id int, name text);
