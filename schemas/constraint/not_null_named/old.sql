CREATE TABLE t (
    renamed int CONSTRAINT old_name NOT NULL,
    named int NOT NULL,
    unnamed int CONSTRAINT given NOT NULL,
    added int,
    dropped int CONSTRAINT going NOT NULL,
    inherits int CONSTRAINT alone NOT NULL NO INHERIT,
    keyed int,
    unkeyed int CONSTRAINT of_key NOT NULL PRIMARY KEY
);
CREATE TABLE alone (validated int, loosened int NOT NULL);
ALTER TABLE alone ADD CONSTRAINT later NOT NULL validated NOT VALID;
COMMENT ON CONSTRAINT old_name ON t IS 'kept under another name';
CREATE TABLE child (more text) INHERITS (t);
