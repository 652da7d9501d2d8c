-- Plan: 5 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.customer ACCESS EXCLUSIVE
ALTER TABLE public.customer ADD COLUMN status text DEFAULT 'active'::text NOT NULL;

-- step 2: expand, undo exact, locks public.customer ACCESS EXCLUSIVE
ALTER TABLE public.customer ADD COLUMN created_at timestamp with time zone DEFAULT now() NOT NULL;

-- step 3: expand, undo exact, locks public.customer ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.customer ADD CONSTRAINT customer_status_check CHECK ((status = ANY (ARRAY['active'::text, 'closed'::text])));

COMMIT;
