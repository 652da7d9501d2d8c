CREATE DOMAIN renamed AS int CONSTRAINT old_name NOT NULL;
CREATE DOMAIN unnamed AS int CONSTRAINT given NOT NULL CHECK (VALUE > 0);
CREATE DOMAIN added AS int;
CREATE DOMAIN dropped AS int CONSTRAINT going NOT NULL;
CREATE DOMAIN plain AS int NOT NULL;
CREATE TABLE t (a renamed, b unnamed, c added, d dropped, e plain);
