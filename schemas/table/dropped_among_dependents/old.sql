CREATE TABLE tag (id int PRIMARY KEY, name text);
CREATE TABLE article (id int PRIMARY KEY, tag_id int REFERENCES tag, title text);
CREATE VIEW tagged AS SELECT a.id, a.title, t.name AS tag FROM article a JOIN tag t ON t.id = a.tag_id;
