CREATE TABLE t (
    renamed int CONSTRAINT new_name NOT NULL,
    named int CONSTRAINT given NOT NULL,
    unnamed int NOT NULL,
    added int CONSTRAINT fresh NOT NULL,
    dropped int,
    inherits int CONSTRAINT alone NOT NULL,
    keyed int CONSTRAINT t_pkey_not_null NOT NULL PRIMARY KEY,
    unkeyed int CONSTRAINT of_key NOT NULL
);
CREATE TABLE alone (validated int CONSTRAINT later NOT NULL, loosened int);
ALTER TABLE alone ADD CONSTRAINT alone_loosened_not_null NOT NULL loosened NOT VALID;
COMMENT ON CONSTRAINT new_name ON t IS 'kept under another name';
CREATE TABLE child (more text) INHERITS (t);
CREATE TABLE fresh (a int CONSTRAINT yes NOT NULL, b int CONSTRAINT alone NOT NULL NO INHERIT, c int GENERATED ALWAYS AS IDENTITY);
ALTER TABLE fresh ADD COLUMN d int;
ALTER TABLE fresh ADD CONSTRAINT later NOT NULL d NOT VALID;
