-- Plan: 3 to add, 4 to change, 0 to drop.
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
    id integer,
    n integer
);

-- step 2: expand, undo exact, locks public.child ACCESS EXCLUSIVE
ALTER TABLE public.child ADD COLUMN e integer;

-- step 3: expand, undo exact
ALTER TABLE public.fresh ADD CONSTRAINT positive CHECK ((n > 0)) NOT ENFORCED;

-- step 4: expand, undo exact, locks public.child SHARE ROW EXCLUSIVE, locks public.parent SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
ALTER TABLE public.child ADD CONSTRAINT child_e_fkey FOREIGN KEY (e) REFERENCES public.parent(id) ON DELETE CASCADE NOT ENFORCED;

-- step 5: expand, undo exact, locks public.parent SHARE ROW EXCLUSIVE
ALTER TABLE public.fresh ADD CONSTRAINT fresh_id_fkey FOREIGN KEY (id) REFERENCES public.parent(id) NOT ENFORCED;

-- step 6: expand, undo exact, locks public.child ACCESS EXCLUSIVE, locks public.parent ACCESS EXCLUSIVE
ALTER TABLE public.child DROP CONSTRAINT child_a_fkey;

-- step 7: expand, undo exact, locks public.child SHARE ROW EXCLUSIVE, locks public.parent SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
ALTER TABLE public.child ADD CONSTRAINT child_a_fkey FOREIGN KEY (a) REFERENCES public.parent(id);

-- step 8: expand, undo exact, locks public.child ACCESS EXCLUSIVE, locks public.parent ACCESS EXCLUSIVE
ALTER TABLE public.child DROP CONSTRAINT b_parent;

-- step 9: expand, undo exact, locks public.child SHARE ROW EXCLUSIVE, locks public.parent SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
ALTER TABLE public.child ADD CONSTRAINT b_parent FOREIGN KEY (b) REFERENCES public.parent(id) NOT ENFORCED;

-- step 10: expand, undo exact, locks public.child ACCESS EXCLUSIVE
ALTER TABLE public.child DROP CONSTRAINT child_c_check;

-- step 11: expand, undo exact, locks public.child ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.child ADD CONSTRAINT child_c_check CHECK ((c > 0));

-- step 12: expand, undo exact, locks public.child ACCESS EXCLUSIVE
ALTER TABLE public.child DROP CONSTRAINT d_check;

-- step 13: expand, undo exact, locks public.child ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.child ADD CONSTRAINT d_check CHECK ((d > 0)) NOT ENFORCED;

COMMIT;
