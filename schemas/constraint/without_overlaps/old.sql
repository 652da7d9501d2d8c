CREATE EXTENSION btree_gist;
CREATE TABLE room (id int, taken daterange NOT NULL, PRIMARY KEY (id, taken));
CREATE TABLE guest (room int, stay daterange);
CREATE TABLE bed (id int, used daterange, CONSTRAINT once UNIQUE (id, used WITHOUT OVERLAPS));
