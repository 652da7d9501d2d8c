CREATE COLLATION changed (provider = icu, locale = 'de', rules = '&a < c');
CREATE COLLATION fresh (provider = icu, locale = 'und', deterministic = false, rules = '&V << w <<< W');
CREATE TABLE t (a text COLLATE changed, b text COLLATE fresh);
CREATE INDEX t_a ON t (a, b COLLATE changed);
