CREATE COLLATION fast (provider = builtin, locale = 'C.UTF-8');
CREATE TABLE t (a text COLLATE fast, b text);
