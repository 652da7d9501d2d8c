-- Plan: 5 to add, 6 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
ALTER SERVER far OPTIONS (ADD fetch_size '50');

-- step 2: expand, undo exact
ALTER FOREIGN TABLE public.item OPTIONS (ADD schema_name 'stock');

-- step 3: expand, undo exact, locks public.item ACCESS EXCLUSIVE
ALTER TABLE public.item ADD COLUMN added date OPTIONS (column_name 'added_on');

-- step 4: expand, undo exact, locks public.item ACCESS EXCLUSIVE
ALTER TABLE ONLY public.item ALTER COLUMN price SET DEFAULT 1;

-- step 5: expand, undo exact, locks public.item ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.item ADD CONSTRAINT positive CHECK ((price >= (0)::numeric));

-- step 6: expand, undo exact, changes_access
GRANT SELECT ON TABLE public.item TO shop_reader;

-- step 7: expand, undo exact
COMMENT ON FOREIGN TABLE public.item IS 'of the warehouse';

-- step 8: expand, undo exact, locks public.cheap ACCESS EXCLUSIVE
DROP VIEW public.cheap;

-- step 9: migrate, undo exact, locks public.item ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.item ALTER COLUMN id TYPE bigint;

-- step 10: expand, undo exact, locks public.item ACCESS EXCLUSIVE
ALTER TABLE public.item ALTER COLUMN name TYPE text COLLATE "C";

-- step 11: expand, undo exact, locks public.item ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.item ALTER COLUMN name SET NOT NULL;

-- step 12: expand, undo exact, locks public.item ACCESS EXCLUSIVE
ALTER TABLE public.item ALTER COLUMN name OPTIONS (SET column_name 'label');

-- step 13: expand, undo exact
CREATE VIEW public.cheap AS
 SELECT item.id,
    item.name
   FROM public.item
  WHERE (item.price < (10)::numeric);

-- step 14: expand, undo exact
COMMENT ON COLUMN public.item.name IS 'as printed';

COMMIT;
