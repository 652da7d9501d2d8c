CREATE TABLE doc (id int, given text COMPRESSION pglz, taken text, kept text COMPRESSION pglz, added text COMPRESSION pglz);
CREATE TABLE fresh (body text COMPRESSION pglz);
CREATE MATERIALIZED VIEW seen AS SELECT id, kept FROM doc;
