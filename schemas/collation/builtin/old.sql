CREATE COLLATION going (provider = builtin, locale = 'C.UTF-8');
CREATE COLLATION changed (provider = builtin, locale = 'C');
CREATE TABLE t (a text COLLATE going, b text COLLATE changed);
