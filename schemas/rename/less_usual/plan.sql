-- Plan: 0 to add, 7 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo exact, breaks_queries
ALTER TYPE public.price_range RENAME TO cost_range;

-- step 2: contract, undo exact, breaks_queries
ALTER TEXT SEARCH DICTIONARY public.dict RENAME TO dictionary;

-- step 3: contract, undo exact
ALTER CONVERSION public.conv RENAME TO latin;

-- step 4: contract, undo exact, breaks_queries
ALTER TYPE public.span SET SCHEMA s;

-- step 5: contract, undo exact, breaks_queries
ALTER TEXT SEARCH CONFIGURATION public.conf SET SCHEMA s;

-- step 6: contract, undo exact
CREATE SCHEMA plumb_archive_1;

-- step 7: contract, undo exact, breaks_queries
ALTER TYPE public.price_multirange RENAME TO cost_multirange;

-- step 8: contract, undo exact, breaks_queries
ALTER TYPE public.spans SET SCHEMA s;

-- step 9: contract, undo exact, breaks_queries
ALTER TYPE s.spans RENAME TO many;

-- step 10: contract, undo exact
LOCK TABLE public.offer IN ACCESS EXCLUSIVE MODE;

-- step 11: contract, undo exact
CREATE TABLE plumb_archive_1.of_prices_1 AS SELECT id, prices::text AS plumb_old, NULL::text AS plumb_new FROM public.offer;

-- step 12: contract, undo exact
ALTER TABLE plumb_archive_1.of_prices_1 ADD PRIMARY KEY (id);

-- step 13: contract, undo exact with archive, locks public.offer ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.offer ALTER COLUMN prices TYPE public.cost_multirange USING prices::text::public.cost_multirange;

-- step 14: contract, undo exact
UPDATE plumb_archive_1.of_prices_1 AS a SET plumb_new = public.offer.prices::text FROM public.offer WHERE a.id = public.offer.id;

-- step 15: contract, undo exact
LOCK TABLE public.offer IN ACCESS EXCLUSIVE MODE;

-- step 16: contract, undo exact
CREATE TABLE plumb_archive_1.of_spans_2 AS SELECT id, spans::text AS plumb_old, NULL::text AS plumb_new FROM public.offer;

-- step 17: contract, undo exact
ALTER TABLE plumb_archive_1.of_spans_2 ADD PRIMARY KEY (id);

-- step 18: contract, undo exact with archive, locks public.offer ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.offer ALTER COLUMN spans TYPE s.many USING spans::text::s.many;

-- step 19: contract, undo exact
UPDATE plumb_archive_1.of_spans_2 AS a SET plumb_new = public.offer.spans::text FROM public.offer WHERE a.id = public.offer.id;

COMMIT;
