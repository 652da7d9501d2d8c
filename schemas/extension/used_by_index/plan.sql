-- Plan: 3 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE SCHEMA ext;

-- step 2: expand, undo exact
CREATE EXTENSION pg_trgm WITH SCHEMA ext;

-- step 3: expand, undo exact, locks public.t SHARE, scans, scans_table, blocks_writes
CREATE INDEX t_name ON public.t USING gin (name ext.gin_trgm_ops);

-- step 4: expand, undo exact
COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';

COMMIT;
