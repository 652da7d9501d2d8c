-- Plan: 3 to add, 9 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.p SHARE UPDATE EXCLUSIVE
ALTER TABLE public.p ALTER COLUMN a SET (n_distinct = '5', n_distinct_inherited = '7');

-- step 2: expand, undo exact, locks public.p ACCESS EXCLUSIVE
ALTER TABLE ONLY public.p ALTER COLUMN b SET STORAGE EXTERNAL;

-- step 3: expand, undo exact, locks public.p ACCESS EXCLUSIVE
ALTER TABLE ONLY public.p ALTER COLUMN c SET COMPRESSION pglz;

-- step 4: expand, undo exact, locks public.p SHARE UPDATE EXCLUSIVE
ALTER TABLE ONLY public.p ALTER COLUMN c SET STATISTICS 12;

-- step 5: expand, undo exact, locks public.p ACCESS EXCLUSIVE
ALTER TABLE public.p ADD COLUMN n text;

-- step 6: expand, undo exact, locks public.p ACCESS EXCLUSIVE
ALTER TABLE ONLY public.p ALTER COLUMN n SET STORAGE MAIN;

-- step 7: expand, undo exact, locks public.p ACCESS EXCLUSIVE
ALTER TABLE ONLY public.p ALTER COLUMN n SET COMPRESSION pglz;

-- step 8: expand, undo exact, locks public.p SHARE UPDATE EXCLUSIVE
ALTER TABLE ONLY public.p ALTER COLUMN n SET STATISTICS 77;

-- step 9: expand, undo exact, locks public.c1 ACCESS EXCLUSIVE
ALTER TABLE ONLY public.c1 ALTER COLUMN n SET STORAGE MAIN;

-- step 10: expand, undo exact, locks public.c1 ACCESS EXCLUSIVE
ALTER TABLE ONLY public.c1 ALTER COLUMN n SET COMPRESSION pglz;

-- step 11: expand, undo exact, locks public.c1 SHARE UPDATE EXCLUSIVE
ALTER TABLE ONLY public.c1 ALTER COLUMN n SET STATISTICS 77;

-- step 12: expand, undo exact, locks public.c2 ACCESS EXCLUSIVE
ALTER TABLE ONLY public.c2 ALTER COLUMN n SET STORAGE MAIN;

-- step 13: expand, undo exact, locks public.c2 ACCESS EXCLUSIVE
ALTER TABLE ONLY public.c2 ALTER COLUMN n SET COMPRESSION pglz;

-- step 14: expand, undo exact, locks public.c2 SHARE UPDATE EXCLUSIVE
ALTER TABLE ONLY public.c2 ALTER COLUMN n SET STATISTICS 77;

-- step 15: expand, undo exact, locks public.c1 ACCESS EXCLUSIVE
ALTER TABLE ONLY public.c1 ALTER COLUMN b SET STORAGE EXTERNAL;

-- step 16: expand, undo exact, locks public.c1 ACCESS EXCLUSIVE
ALTER TABLE ONLY public.c1 ALTER COLUMN c SET COMPRESSION pglz;

-- step 17: expand, undo exact, locks public.c1 SHARE UPDATE EXCLUSIVE
ALTER TABLE ONLY public.c1 ALTER COLUMN c SET STATISTICS 12;

-- step 18: expand, undo exact, locks public.c1 ACCESS EXCLUSIVE
ALTER TABLE ONLY public.c1 ALTER COLUMN d SET STORAGE EXTERNAL;

-- step 19: expand, undo exact, locks public.c1 SHARE UPDATE EXCLUSIVE
ALTER TABLE public.c1 ALTER COLUMN d SET (n_distinct = '3');

-- step 20: expand, undo exact, locks public.c2 SHARE UPDATE EXCLUSIVE
ALTER TABLE public.c2 ALTER COLUMN a SET (n_distinct = '9');

-- step 21: expand, undo exact, locks public.c2 ACCESS EXCLUSIVE
ALTER TABLE ONLY public.c2 ALTER COLUMN b SET STORAGE EXTERNAL;

-- step 22: expand, undo exact, locks public.c2 ACCESS EXCLUSIVE
ALTER TABLE ONLY public.c2 ALTER COLUMN c SET COMPRESSION pglz;

-- step 23: expand, undo exact, locks public.c2 SHARE UPDATE EXCLUSIVE
ALTER TABLE ONLY public.c2 ALTER COLUMN c SET STATISTICS 12;

COMMIT;
