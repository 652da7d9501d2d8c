CREATE EXTENSION btree_gist;
CREATE TABLE room (id int, taken daterange NOT NULL, PRIMARY KEY (id, taken WITHOUT OVERLAPS));
CREATE TABLE guest (room int, stay daterange, FOREIGN KEY (room, PERIOD stay) REFERENCES room (id, PERIOD taken));
CREATE TABLE bed (id int, used daterange);
CREATE TABLE hall (id int, taken tsrange, CONSTRAINT hall_once UNIQUE (id, taken WITHOUT OVERLAPS));
