CREATE TABLE word (w text, v text COLLATE "C");
CREATE INDEX word_w ON word (w);
