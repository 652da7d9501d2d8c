-- Plan: 2 to add, 4 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
ALTER DOMAIN public.percent SET DEFAULT 50;

-- step 2: expand, undo exact, locks public.percent SHARE, scans, scans_table, blocks_writes
ALTER DOMAIN public.percent ADD CONSTRAINT even CHECK (((VALUE % 2) = 0));

-- step 3: expand, undo exact
COMMENT ON TYPE public.percent IS 'Of the whole';

-- step 4: expand, undo exact
ALTER DOMAIN public.email DROP CONSTRAINT email_check;

-- step 5: expand, undo exact, locks public.email SHARE, scans, scans_table, blocks_writes
ALTER DOMAIN public.email SET NOT NULL;

-- step 6: expand, undo exact, locks public.email SHARE, scans, scans_table, blocks_writes
ALTER DOMAIN public.email ADD CONSTRAINT email_check CHECK ((VALUE ~~ '%_@_%'::text));

-- step 7: expand, undo exact
ALTER DOMAIN public.percent DROP CONSTRAINT range;

-- step 8: expand, undo exact, locks public.percent SHARE, scans, scans_table, blocks_writes
ALTER DOMAIN public.percent ADD CONSTRAINT range CHECK (((VALUE >= 0) AND (VALUE <= 200)));

COMMIT;
