CREATE COLLATION changed (provider = icu, locale = 'de');
CREATE COLLATION dropped (provider = icu, locale = 'fr');
CREATE TABLE t (a text COLLATE changed, b text COLLATE dropped, c varchar(20) COLLATE changed DEFAULT 'x' CHECK (c COLLATE changed < 'z'));
CREATE INDEX t_a ON t (a);
CREATE INDEX t_b ON t (b COLLATE changed);
CREATE VIEW v AS SELECT a, lower(b) AS b FROM t ORDER BY a COLLATE changed;
