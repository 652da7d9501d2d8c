CREATE COLLATION changed (provider = builtin, locale = 'C.UTF-8');
CREATE COLLATION ruled (provider = icu, locale = 'de', rules = '&a < b', deterministic = false);
CREATE TABLE t (a text COLLATE pg_c_utf8, b text COLLATE changed, c text COLLATE ruled);
