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
CREATE EXTENSION btree_gist WITH SCHEMA public;

-- step 2: expand, undo exact, locks public.booking ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.booking ADD CONSTRAINT no_overlap EXCLUDE USING gist (room WITH =, during WITH &&) WHERE ((room > 0));

-- step 3: expand, undo exact
COMMENT ON EXTENSION btree_gist IS 'support for indexing common datatypes in GiST';

COMMIT;
