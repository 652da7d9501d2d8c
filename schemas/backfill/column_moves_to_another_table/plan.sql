-- Plan: 1 to add, 0 to change, 1 to drop.
-- Proven: both
-- Warning: public.contact.phone cannot follow what an application changes while the deployment is under way, as more than its own row tells its value: rows that lack one get it in the end, the others keep theirs
-- Warning: rows that are written after this deployment have no value for public.account.phone, which a rollback stops at; `-- plumb: reverse backfill (COLUMN) EXPRESSION` at the table says what they get

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.contact ACCESS EXCLUSIVE
ALTER TABLE public.contact ADD COLUMN phone text;

COMMIT;

BEGIN;

-- step 2: migrate, undo exact, locks public.contact ROW EXCLUSIVE
UPDATE public.contact SET phone = ((SELECT a.phone FROM public.account a WHERE a.id = contact.account_id)) WHERE phone IS NULL AND ((SELECT a.phone FROM public.account a WHERE a.id = contact.account_id)) IS NOT NULL;

COMMIT;

BEGIN;

-- step 3: migrate, undo exact, locks public.account ACCESS EXCLUSIVE
ALTER TABLE public.account ALTER COLUMN phone DROP NOT NULL;

-- step 4: contract, undo exact, locks public.contact ACCESS EXCLUSIVE
ALTER TABLE public.contact ADD CONSTRAINT plumb_not_null CHECK (phone IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- step 5: contract, undo exact, locks public.contact ROW EXCLUSIVE
UPDATE public.contact SET phone = ((SELECT a.phone FROM public.account a WHERE a.id = contact.account_id)) WHERE phone IS NULL AND ((SELECT a.phone FROM public.account a WHERE a.id = contact.account_id)) IS NOT NULL;

COMMIT;

BEGIN;

-- step 6: contract, undo exact, locks public.contact SHARE UPDATE EXCLUSIVE
ALTER TABLE public.contact VALIDATE CONSTRAINT plumb_not_null;

COMMIT;

BEGIN;

-- step 7: contract, undo exact, locks public.contact ACCESS EXCLUSIVE
ALTER TABLE public.contact ALTER COLUMN phone SET NOT NULL;

-- step 8: contract, undo exact, locks public.contact ACCESS EXCLUSIVE
ALTER TABLE public.contact DROP CONSTRAINT plumb_not_null;

-- step 9: contract, undo exact
CREATE SCHEMA plumb_archive_1;

-- step 10: contract, undo exact, locks public.account SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.account IN SHARE ROW EXCLUSIVE MODE;

-- step 11: contract, undo exact
CREATE TABLE plumb_archive_1.of_phone_1 AS SELECT id, phone FROM public.account WHERE phone IS NOT NULL;

-- step 12: contract, undo exact
ALTER TABLE plumb_archive_1.of_phone_1 ADD PRIMARY KEY (id);

-- step 13: contract, undo exact with archive, locks public.account ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.account DROP COLUMN phone;

COMMIT;
