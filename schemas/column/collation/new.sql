CREATE TABLE word (w text COLLATE "C", v text);
CREATE INDEX word_w ON word (w);
