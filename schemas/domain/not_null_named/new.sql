CREATE DOMAIN renamed AS int CONSTRAINT new_name NOT NULL;
CREATE DOMAIN unnamed AS int NOT NULL CHECK (VALUE > 0);
CREATE DOMAIN added AS int CONSTRAINT fresh NOT NULL;
CREATE DOMAIN dropped AS int;
CREATE DOMAIN plain AS int;
CREATE DOMAIN new_one AS text CONSTRAINT needed NOT NULL;
CREATE TABLE t (a renamed, b unnamed, c added, d dropped, e plain);
