-- Plan: 0 to add, 1 to change, 0 to drop, 7 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.p1 ACCESS EXCLUSIVE
ALTER TABLE public.p DETACH PARTITION public.p1;

-- step 2: expand, undo exact, locks public.p2 ACCESS EXCLUSIVE
ALTER TABLE public.p DETACH PARTITION public.p2;

-- step 3: migrate, undo exact, locks public.p ACCESS EXCLUSIVE
DROP TABLE public.p;

-- step 4: expand, undo exact
CREATE TABLE public.p (
    id integer NOT NULL,
    a text NOT NULL
)
PARTITION BY LIST (lower(a));

-- step 5: expand, undo exact
CREATE INDEX p_a ON ONLY public.p USING btree (a);

-- step 6: expand, undo exact, locks public.p1 SHARE UPDATE EXCLUSIVE, scans, scans_table
ALTER TABLE public.p ATTACH PARTITION public.p1 FOR VALUES IN ('x');

-- step 7: expand, undo exact, locks public.p2 SHARE UPDATE EXCLUSIVE, scans, scans_table
ALTER TABLE public.p ATTACH PARTITION public.p2 FOR VALUES IN ('y');

COMMIT;
