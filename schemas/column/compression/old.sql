CREATE TABLE doc (id int, given text, taken text COMPRESSION pglz, kept text COMPRESSION pglz);
