-- Plan: 2 to add, 2 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: migrate, undo exact
ALTER TYPE public.state ADD VALUE 'new' BEFORE 'open';

COMMIT;

BEGIN;

-- step 2: migrate, undo exact
ALTER TYPE public.state ADD VALUE 'waiting' AFTER 'open';

COMMIT;

BEGIN;

-- step 3: expand, undo exact, locks public.ticket ACCESS EXCLUSIVE
ALTER TABLE ONLY public.ticket ALTER COLUMN state SET DEFAULT 'new'::public.state;

-- step 4: expand, undo exact, locks public.ticket ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.ticket ADD CONSTRAINT ticket_check CHECK (((state <> 'waiting'::public.state) OR (id > 0)));

-- step 5: expand, undo exact
CREATE VIEW public.waiting AS
 SELECT ticket.id
   FROM public.ticket
  WHERE (ticket.state = 'waiting'::public.state);

COMMIT;
