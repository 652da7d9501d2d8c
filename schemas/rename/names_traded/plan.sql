-- Plan: 0 to add, 9 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo exact, locks public.c2 ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.c2 RENAME TO c3;

-- step 2: contract, undo exact, locks public.c1 ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.c1 RENAME TO c2;

-- step 3: contract, undo exact, locks public.t ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.t RENAME COLUMN low TO plumb_renamed_5;

-- step 4: contract, undo exact, locks public.t ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.t RENAME COLUMN high TO low;

-- step 5: contract, undo exact, locks public.b ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.b RENAME TO plumb_renamed_1;

-- step 6: contract, undo exact, locks public.a ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.a RENAME TO b;

-- step 7: contract, undo exact, breaks_queries
ALTER TYPE public.level RENAME VALUE 'up' TO 'plumb_renamed_7';

-- step 8: contract, undo exact, breaks_queries
ALTER TYPE public.level RENAME VALUE 'down' TO 'up';

-- step 9: contract, undo exact, locks public.t ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.t RENAME COLUMN plumb_renamed_5 TO high;

-- step 10: contract, undo exact, locks public.plumb_renamed_1 ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.plumb_renamed_1 RENAME TO a;

-- step 11: contract, undo exact, breaks_queries
ALTER TYPE public.level RENAME VALUE 'plumb_renamed_7' TO 'down';

-- step 12: contract, undo exact, locks public.a ACCESS EXCLUSIVE
ALTER TABLE public.a RENAME CONSTRAINT b_pkey TO plumb_renamed_1;

-- step 13: contract, undo exact, locks public.b ACCESS EXCLUSIVE
ALTER TABLE public.b RENAME CONSTRAINT a_pkey TO b_pkey;

-- step 14: contract, undo exact, locks public.a ACCESS EXCLUSIVE
ALTER TABLE public.a RENAME CONSTRAINT plumb_renamed_1 TO a_pkey;

COMMIT;
