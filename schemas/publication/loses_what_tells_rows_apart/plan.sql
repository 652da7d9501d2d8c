-- Plan: 1 to add, 2 to change, 8 to drop.
-- Proven: both
-- Warning: UPDATE and DELETE on public.keyed will fail: it is published, and nothing tells its rows apart; a primary key does, or REPLICA IDENTITY
-- Warning: UPDATE and DELETE on public.indexed will fail: it is published, and nothing tells its rows apart; a primary key does, or REPLICA IDENTITY
-- Warning: UPDATE and DELETE on public.whole will fail: it is published, and nothing tells its rows apart; a primary key does, or REPLICA IDENTITY
-- Warning: UPDATE and DELETE on public.silenced will fail: it is published, and nothing tells its rows apart; a primary key does, or REPLICA IDENTITY
-- Warning: UPDATE and DELETE on public.parted_1 will fail: it is published, and nothing tells its rows apart; a primary key does, or REPLICA IDENTITY

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.indexed ACCESS EXCLUSIVE, breaks_replication
ALTER TABLE ONLY public.indexed REPLICA IDENTITY NOTHING;

-- step 2: expand, undo exact, locks public.silenced ACCESS EXCLUSIVE, breaks_replication
ALTER TABLE ONLY public.silenced REPLICA IDENTITY NOTHING;

-- step 3: contract, undo exact, locks public.whole ACCESS EXCLUSIVE, breaks_replication
ALTER TABLE ONLY public.whole REPLICA IDENTITY DEFAULT;

-- step 4: contract, undo exact, locks public.indexed ACCESS EXCLUSIVE, breaks_replication
DROP INDEX public.indexed_id;

-- step 5: contract, undo exact, locks public.keyed ACCESS EXCLUSIVE, breaks_replication
ALTER TABLE public.keyed DROP CONSTRAINT keyed_pkey;

-- step 6: contract, undo exact, locks public.parted ACCESS EXCLUSIVE, breaks_replication
ALTER TABLE public.parted DROP CONSTRAINT parted_pkey;

-- step 7: expand, undo exact, locks public.other_key ACCESS EXCLUSIVE
ALTER TABLE public.other_key DROP CONSTRAINT other_key_pkey;

-- step 8: expand, undo exact, locks public.other_key ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.other_key ADD CONSTRAINT other_key_pkey PRIMARY KEY (a);

-- step 9: contract, undo exact, locks public.only_added_to ACCESS EXCLUSIVE
ALTER TABLE public.only_added_to DROP CONSTRAINT only_added_to_pkey;

-- step 10: contract, undo exact, locks public.not_sent ACCESS EXCLUSIVE
ALTER TABLE public.not_sent DROP CONSTRAINT not_sent_pkey;

COMMIT;
