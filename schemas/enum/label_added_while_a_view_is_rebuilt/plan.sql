-- Plan: 0 to add, 3 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: migrate, undo exact
ALTER TYPE public.state ADD VALUE 'waiting' AFTER 'open';

COMMIT;

BEGIN;

-- step 2: expand, undo exact, locks public.heavy ACCESS EXCLUSIVE
DROP VIEW public.heavy;

-- step 3: migrate, undo exact, locks public.ticket ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.ticket ALTER COLUMN weight TYPE bigint;

-- step 4: expand, undo exact
CREATE VIEW public.heavy AS
 SELECT ticket.id,
    ticket.state,
    ticket.weight
   FROM public.ticket
  WHERE ((ticket.weight > 10) AND (ticket.state <> 'waiting'::public.state));

COMMIT;
