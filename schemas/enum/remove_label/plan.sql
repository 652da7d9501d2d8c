-- Plan: 0 to add, 1 to change, 0 to drop, 4 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.open_ticket ACCESS EXCLUSIVE
DROP VIEW public.open_ticket;

-- step 2: expand, undo exact, locks public.ticket ACCESS EXCLUSIVE
DROP INDEX public.ticket_open;

-- step 3: expand, undo exact, locks public.ticket ACCESS EXCLUSIVE
ALTER TABLE ONLY public.ticket ALTER COLUMN state DROP DEFAULT;

-- step 4: expand, undo exact
DROP FUNCTION public.is_done(public.state);

-- step 5: expand, undo exact, locks public.state ACCESS EXCLUSIVE
ALTER TYPE public.state RENAME TO state_old;

-- step 6: expand, undo exact
CREATE TYPE public.state AS ENUM ('open', 'closed');

-- step 7: expand, undo exact
CREATE OR REPLACE FUNCTION public.is_done(public.state)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT $1 = 'closed' $function$;

-- step 8: migrate, undo exact, locks public.ticket ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.ticket ALTER COLUMN state TYPE public.state USING state::text::public.state;

-- step 9: migrate, undo exact, locks public.ticket ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.ticket ALTER COLUMN past TYPE public.state[] USING past::text::public.state[];

-- step 10: expand, undo exact, locks public.ticket ACCESS EXCLUSIVE
ALTER TABLE ONLY public.ticket ALTER COLUMN state SET DEFAULT 'open'::public.state;

-- step 11: expand, undo exact, locks public.ticket SHARE, scans, scans_table, blocks_writes
CREATE INDEX ticket_open ON public.ticket USING btree (id) WHERE (state = 'open'::public.state);

-- step 12: expand, undo exact
CREATE VIEW public.open_ticket AS
 SELECT ticket.id,
    ticket.state
   FROM public.ticket
  WHERE (ticket.state = 'open'::public.state);

-- step 13: expand, undo exact
DROP TYPE public.state_old;

COMMIT;
