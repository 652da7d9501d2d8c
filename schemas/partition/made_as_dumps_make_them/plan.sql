-- Plan: 2 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE TABLE app.tags (
    kind text NOT NULL,
    id integer NOT NULL,
    CONSTRAINT tags_pkey PRIMARY KEY (kind, id)
)
PARTITION BY LIST (kind);

-- step 2: expand, undo exact
CREATE TABLE app.photo_tags (
    id integer NOT NULL,
    kind text DEFAULT 'photo'::text NOT NULL,
    CONSTRAINT photo_tags_pkey PRIMARY KEY (kind, id)
);

-- step 3: expand, undo exact
ALTER TABLE app.tags ATTACH PARTITION app.photo_tags FOR VALUES IN ('photo');

COMMIT;
