-- Plan: 0 to add, 12 to change, 1 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo exact
CREATE SCHEMA plumb_archive_1;

-- step 2: expand, undo exact, locks public.p SHARE UPDATE EXCLUSIVE
ALTER TABLE public.p ALTER COLUMN a SET (n_distinct = '5', n_distinct_inherited = '7');

-- step 3: expand, undo exact, locks public.p SHARE UPDATE EXCLUSIVE
ALTER TABLE ONLY public.p ALTER COLUMN c SET STATISTICS 12;

-- step 4: expand, undo exact, locks public.p ACCESS EXCLUSIVE
ALTER TABLE ONLY public.p ALTER COLUMN n SET STORAGE MAIN;

-- step 5: expand, undo exact, locks public.p ACCESS EXCLUSIVE
ALTER TABLE ONLY public.p ALTER COLUMN n SET COMPRESSION pglz;

-- step 6: expand, undo exact, locks public.p SHARE UPDATE EXCLUSIVE
ALTER TABLE ONLY public.p ALTER COLUMN n SET STATISTICS 77;

-- step 7: expand, undo exact, locks public.c1 ACCESS EXCLUSIVE
ALTER TABLE ONLY public.c1 ALTER COLUMN b SET STORAGE EXTERNAL;

-- step 8: expand, undo exact, locks public.c1 SHARE UPDATE EXCLUSIVE
ALTER TABLE ONLY public.c1 ALTER COLUMN c SET STATISTICS 12;

-- step 9: expand, undo exact, locks public.c1 ACCESS EXCLUSIVE
ALTER TABLE ONLY public.c1 ALTER COLUMN d SET STORAGE EXTERNAL;

-- step 10: expand, undo exact, locks public.c1 SHARE UPDATE EXCLUSIVE
ALTER TABLE public.c1 ALTER COLUMN d SET (n_distinct = '3');

-- step 11: expand, undo exact, locks public.c1 ACCESS EXCLUSIVE
ALTER TABLE ONLY public.c1 ALTER COLUMN n SET STORAGE MAIN;

-- step 12: expand, undo exact, locks public.c1 ACCESS EXCLUSIVE
ALTER TABLE ONLY public.c1 ALTER COLUMN n SET COMPRESSION pglz;

-- step 13: expand, undo exact, locks public.c1 SHARE UPDATE EXCLUSIVE
ALTER TABLE ONLY public.c1 ALTER COLUMN n SET STATISTICS 77;

-- step 14: expand, undo exact, locks public.c2 SHARE UPDATE EXCLUSIVE
ALTER TABLE public.c2 ALTER COLUMN a SET (n_distinct = '9');

-- step 15: expand, undo exact, locks public.c2 ACCESS EXCLUSIVE
ALTER TABLE ONLY public.c2 ALTER COLUMN b SET STORAGE EXTERNAL;

-- step 16: expand, undo exact, locks public.c2 SHARE UPDATE EXCLUSIVE
ALTER TABLE ONLY public.c2 ALTER COLUMN c SET STATISTICS 12;

-- step 17: expand, undo exact, locks public.c2 ACCESS EXCLUSIVE
ALTER TABLE ONLY public.c2 ALTER COLUMN n SET STORAGE MAIN;

-- step 18: expand, undo exact, locks public.c2 ACCESS EXCLUSIVE
ALTER TABLE ONLY public.c2 ALTER COLUMN n SET COMPRESSION pglz;

-- step 19: expand, undo exact, locks public.c2 SHARE UPDATE EXCLUSIVE
ALTER TABLE ONLY public.c2 ALTER COLUMN n SET STATISTICS 77;

-- step 20: expand, undo exact, locks public.k ACCESS EXCLUSIVE
ALTER TABLE ONLY public.k ALTER COLUMN b SET STORAGE EXTENDED;

-- step 21: expand, undo exact, locks public.k SHARE UPDATE EXCLUSIVE
ALTER TABLE ONLY public.k ALTER COLUMN b SET STATISTICS -1;

-- step 22: expand, undo exact, locks public.k SHARE UPDATE EXCLUSIVE
ALTER TABLE public.k ALTER COLUMN b RESET (n_distinct);

-- step 23: contract, undo exact
LOCK TABLE ONLY public.k1 IN ACCESS EXCLUSIVE MODE;

-- step 24: contract, undo exact
CREATE TABLE plumb_archive_1.of_k1_1 AS SELECT x, b, e FROM ONLY public.k1;

-- step 25: contract, undo exact with archive, locks public.k1 ACCESS EXCLUSIVE, breaks_queries
DROP TABLE public.k1;

COMMIT;
