-- Plan: 1 to add, 1 to change, 1 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: migrate, undo exact, locks public.country ROW EXCLUSIVE
UPDATE public.country SET doc = '{"a": 2}', raw = E'\\xdeadbeef', tags = '{a,"b c",NULL,d''e}' WHERE code = 'de';

-- step 2: migrate, undo exact, locks public.country ROW EXCLUSIVE
INSERT INTO public.country (code, name, doc, raw, tags) VALUES ('fr', 'France', '[]', NULL, NULL);

-- step 3: migrate, undo exact, locks public.country ROW EXCLUSIVE
DELETE FROM public.country WHERE code = 'xx';

COMMIT;
