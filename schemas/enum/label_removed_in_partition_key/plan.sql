-- Plan: 0 to add, 1 to change, 0 to drop, 11 to rebuild.
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

-- step 2: expand, undo exact, locks public.p1 ACCESS EXCLUSIVE
ALTER TABLE public.p DETACH PARTITION public.p1;

-- step 3: expand, undo exact, locks public.p2 ACCESS EXCLUSIVE
ALTER TABLE public.p DETACH PARTITION public.p2;

-- step 4: expand, undo exact, locks public.p1 ACCESS EXCLUSIVE
ALTER TABLE ONLY public.p1 ALTER COLUMN a DROP DEFAULT;

-- step 5: expand, undo exact, locks public.p2 ACCESS EXCLUSIVE
ALTER TABLE ONLY public.p2 ALTER COLUMN a DROP DEFAULT;

-- step 6: expand, undo exact, locks public.p21 ACCESS EXCLUSIVE
ALTER TABLE ONLY public.p21 ALTER COLUMN a DROP DEFAULT;

-- step 7: migrate, undo exact, locks public.p ACCESS EXCLUSIVE
DROP TABLE public.p;

-- step 8: expand, undo exact, locks public.mood ACCESS EXCLUSIVE
ALTER TYPE public.mood RENAME TO mood_old;

-- step 9: expand, undo exact
CREATE TYPE public.mood AS ENUM ('a', 'b');

-- step 10: expand, undo exact
CREATE TABLE public.p (
    id integer NOT NULL,
    a public.mood DEFAULT 'a'::public.mood NOT NULL,
    CONSTRAINT p_pkey PRIMARY KEY (id, a)
)
PARTITION BY LIST (a);

-- step 11: migrate, undo exact, locks public.p1 ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.p1 ALTER COLUMN a TYPE public.mood USING a::text::public.mood;

-- step 12: migrate, undo exact, locks public.p2 ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.p2 ALTER COLUMN a TYPE public.mood USING a::text::public.mood;

-- step 13: expand, undo exact, locks public.p1 ACCESS EXCLUSIVE
ALTER TABLE ONLY public.p1 ALTER COLUMN a SET DEFAULT 'a'::public.mood;

-- step 14: expand, undo exact, locks public.p2 ACCESS EXCLUSIVE
ALTER TABLE ONLY public.p2 ALTER COLUMN a SET DEFAULT 'a'::public.mood;

-- step 15: expand, undo exact, locks public.p21 ACCESS EXCLUSIVE
ALTER TABLE ONLY public.p21 ALTER COLUMN a SET DEFAULT 'a'::public.mood;

-- step 16: expand, undo exact
CREATE INDEX p_a ON ONLY public.p USING btree (a);

-- step 17: expand, undo exact, locks public.p1 SHARE UPDATE EXCLUSIVE, scans, scans_table
ALTER TABLE public.p ATTACH PARTITION public.p1 FOR VALUES IN ('a');

-- step 18: expand, undo exact, locks public.p2 SHARE UPDATE EXCLUSIVE, scans, scans_table
ALTER TABLE public.p ATTACH PARTITION public.p2 FOR VALUES IN ('b');

-- step 19: expand, undo exact
CREATE VIEW public.v AS
 SELECT p.id,
    p.a
   FROM public.p;

-- step 20: expand, undo exact
DROP TYPE public.mood_old;

COMMIT;
