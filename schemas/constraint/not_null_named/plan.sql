-- Plan: 2 to add, 14 to change, 1 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE TABLE public.fresh (
    a integer CONSTRAINT yes NOT NULL,
    b integer CONSTRAINT alone NOT NULL NO INHERIT,
    c integer GENERATED ALWAYS AS IDENTITY NOT NULL,
    d integer
);

-- step 2: expand, undo exact
ALTER TABLE public.fresh ADD CONSTRAINT later NOT NULL d NOT VALID;

-- step 3: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE public.t RENAME CONSTRAINT given TO t_unnamed_not_null;

-- step 4: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE public.t RENAME CONSTRAINT t_named_not_null TO given;

-- step 5: expand, undo exact, locks public.t ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.t ADD CONSTRAINT fresh NOT NULL added;

-- step 6: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN dropped DROP NOT NULL;

-- step 7: expand, undo exact, locks public.t ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.t ALTER CONSTRAINT alone INHERIT;

-- step 8: expand, undo exact, locks public.t ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.t ADD CONSTRAINT t_pkey_not_null NOT NULL keyed;

-- step 9: expand, undo exact, locks public.alone SHARE UPDATE EXCLUSIVE, scans, scans_table
ALTER TABLE public.alone VALIDATE CONSTRAINT later;

-- step 10: expand, undo exact, locks public.alone ACCESS EXCLUSIVE
ALTER TABLE public.alone ALTER COLUMN loosened DROP NOT NULL;

-- step 11: expand, undo exact, locks public.alone ACCESS EXCLUSIVE
ALTER TABLE public.alone ADD NOT NULL loosened NOT VALID;

-- step 12: contract, undo exact
COMMENT ON CONSTRAINT old_name on public.t IS NULL;

-- step 13: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE public.t RENAME CONSTRAINT old_name TO new_name;

-- step 14: expand, undo exact
COMMENT ON CONSTRAINT new_name on public.t IS 'kept under another name';

-- step 15: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE public.t DROP CONSTRAINT t_pkey;

-- step 16: expand, undo exact, locks public.t ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (keyed);

COMMIT;
