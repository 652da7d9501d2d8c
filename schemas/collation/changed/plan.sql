-- Plan: 0 to add, 3 to change, 1 to drop, 4 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.v ACCESS EXCLUSIVE
DROP VIEW public.v;

-- step 2: expand, undo exact, locks public.t ACCESS EXCLUSIVE
DROP INDEX public.t_a;

-- step 3: expand, undo exact, locks public.t ACCESS EXCLUSIVE
DROP INDEX public.t_b;

-- step 4: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN b TYPE text;

-- step 5: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE public.t DROP CONSTRAINT t_c_check;

-- step 6: expand, undo exact, locks public.changed ACCESS EXCLUSIVE
ALTER COLLATION public.changed RENAME TO changed_old;

-- step 7: expand, undo exact
CREATE COLLATION public.changed (provider = icu, locale = 'de-u-kn-true');

-- step 8: migrate, undo exact, locks public.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE public.changed USING a::text;

-- step 9: expand, undo exact, locks public.t SHARE, scans, scans_table, blocks_writes
CREATE INDEX t_a ON public.t USING btree (a);

-- step 10: expand, undo exact, locks public.t SHARE, scans, scans_table, blocks_writes
CREATE INDEX t_b ON public.t USING btree (b COLLATE public.changed);

-- step 11: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE ONLY public.t ALTER COLUMN c DROP DEFAULT;

-- step 12: migrate, undo exact, locks public.t ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.t ALTER COLUMN c TYPE character varying(20) COLLATE public.changed USING c::character varying(20);

-- step 13: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE ONLY public.t ALTER COLUMN c SET DEFAULT 'x'::character varying;

-- step 14: expand, undo exact, locks public.t ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.t ADD CONSTRAINT t_c_check CHECK ((((c)::text COLLATE public.changed) < 'z'::text));

-- step 15: expand, undo exact
DROP COLLATION public.changed_old;

-- step 16: contract, undo exact
DROP COLLATION public.dropped;

-- step 17: expand, undo exact
CREATE VIEW public.v AS
 SELECT t.a,
    lower(t.b) AS b
   FROM public.t
  ORDER BY (t.a COLLATE public.changed);

COMMIT;
