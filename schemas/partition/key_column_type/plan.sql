-- Plan: 0 to add, 5 to change, 0 to drop, 9 to rebuild.
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

-- step 2: expand, undo exact, locks public.r ACCESS EXCLUSIVE
ALTER TABLE public.r DROP CONSTRAINT r_id_a_fkey;

-- step 3: expand, undo exact, locks public.p1 ACCESS EXCLUSIVE
ALTER TABLE public.p DETACH PARTITION public.p1;

-- step 4: expand, undo exact, locks public.p21 ACCESS EXCLUSIVE
ALTER TABLE public.p2 DETACH PARTITION public.p21;

-- step 5: expand, undo exact, locks public.p1 ACCESS EXCLUSIVE
ALTER TABLE ONLY public.p1 ALTER COLUMN a DROP DEFAULT;

-- step 6: migrate, undo exact, locks public.p1 ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.p1 ALTER COLUMN a TYPE bigint;

-- step 7: expand, undo exact, locks public.p1 ACCESS EXCLUSIVE
ALTER TABLE ONLY public.p1 ALTER COLUMN a SET DEFAULT 1;

-- step 8: expand, undo exact, locks public.p21 ACCESS EXCLUSIVE
ALTER TABLE ONLY public.p21 ALTER COLUMN a DROP DEFAULT;

-- step 9: migrate, undo exact, locks public.p21 ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.p21 ALTER COLUMN a TYPE bigint;

-- step 10: expand, undo exact, locks public.p21 ACCESS EXCLUSIVE
ALTER TABLE ONLY public.p21 ALTER COLUMN a SET DEFAULT 1;

-- step 11: expand, undo exact, locks public.p2 ACCESS EXCLUSIVE
DROP TABLE public.p2;

-- step 12: expand, undo exact, locks public.p ACCESS EXCLUSIVE
DROP TABLE public.p;

-- step 13: expand, undo exact
CREATE TABLE public.p (
    id integer NOT NULL,
    a bigint DEFAULT 1 NOT NULL,
    CONSTRAINT p_pkey PRIMARY KEY (id, a)
)
PARTITION BY RANGE (a);

-- step 14: expand, undo exact
CREATE TABLE public.p2 (
    id integer NOT NULL,
    a bigint DEFAULT 1 NOT NULL,
    CONSTRAINT p2_pkey PRIMARY KEY (id, a)
)
PARTITION BY RANGE (a);

-- step 15: expand, undo exact
CREATE INDEX p_a ON ONLY public.p USING btree (a);

-- step 16: expand, undo exact
CREATE INDEX p2_a_idx ON ONLY public.p2 USING btree (a);

-- step 17: expand, undo exact, locks public.p1 SHARE UPDATE EXCLUSIVE, scans, scans_table
ALTER TABLE public.p ATTACH PARTITION public.p1 FOR VALUES FROM ('1') TO ('5');

-- step 18: expand, undo exact, locks public.p21 SHARE UPDATE EXCLUSIVE, scans, scans_table
ALTER TABLE public.p2 ATTACH PARTITION public.p21 FOR VALUES FROM ('5') TO ('10');

-- step 19: expand, undo exact
ALTER TABLE public.p ATTACH PARTITION public.p2 FOR VALUES FROM ('5') TO ('10');

-- step 20: expand, undo exact, locks public.r SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
ALTER TABLE public.r ADD CONSTRAINT r_id_a_fkey FOREIGN KEY (id, a) REFERENCES public.p(id, a);

-- step 21: expand, undo exact
CREATE VIEW public.v AS
 SELECT p.id,
    p.a
   FROM public.p;

COMMIT;
