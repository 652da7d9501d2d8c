CREATE TABLE doc (a text STORAGE EXTERNAL, b text);
