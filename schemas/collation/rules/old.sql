CREATE COLLATION changed (provider = icu, locale = 'de', rules = '&a < b');
CREATE COLLATION gone (provider = icu, locale = 'de', rules = '&c < d');
CREATE TABLE t (a text COLLATE changed, b text COLLATE gone);
CREATE INDEX t_a ON t (a, b COLLATE changed);
