-- Plan: 1 to add, 5 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
ALTER DOMAIN public.renamed RENAME CONSTRAINT old_name TO new_name;

-- step 2: expand, undo exact
ALTER DOMAIN public.unnamed RENAME CONSTRAINT given TO unnamed_not_null;

-- step 3: expand, undo exact, locks public.added SHARE, scans, scans_table, blocks_writes
ALTER DOMAIN public.added ADD CONSTRAINT fresh NOT NULL;

-- step 4: expand, undo exact
ALTER DOMAIN public.dropped DROP NOT NULL;

-- step 5: expand, undo exact
ALTER DOMAIN public.plain DROP NOT NULL;

-- step 6: expand, undo exact
CREATE DOMAIN public.new_one AS text CONSTRAINT needed NOT NULL;

COMMIT;
