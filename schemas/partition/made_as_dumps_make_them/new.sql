CREATE SCHEMA app;
CREATE TABLE app.tags (kind text NOT NULL, id int NOT NULL) PARTITION BY LIST (kind);
CREATE TABLE app.photo_tags (id int NOT NULL, kind text DEFAULT 'photo' NOT NULL);
ALTER TABLE ONLY app.tags ATTACH PARTITION app.photo_tags FOR VALUES IN ('photo');
ALTER TABLE ONLY app.tags ADD CONSTRAINT tags_pkey PRIMARY KEY (kind, id);
ALTER TABLE ONLY app.photo_tags ADD CONSTRAINT photo_tags_pkey PRIMARY KEY (kind, id);
ALTER INDEX app.tags_pkey ATTACH PARTITION app.photo_tags_pkey;
