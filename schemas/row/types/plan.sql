-- Plan: 8 to add, 1 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public."Odd, ""t'" ACCESS EXCLUSIVE
ALTER TABLE public."Odd, ""t'" ADD COLUMN p public.pair;

-- step 2: expand, undo exact, locks public."Odd, ""t'" ACCESS EXCLUSIVE
ALTER TABLE public."Odd, ""t'" ADD COLUMN ps public.pair[];

-- step 3: expand, undo exact, locks public."Odd, ""t'" ACCESS EXCLUSIVE
ALTER TABLE public."Odd, ""t'" ADD COLUMN r int4range;

-- step 4: expand, undo exact, locks public."Odd, ""t'" ACCESS EXCLUSIVE
ALTER TABLE public."Odd, ""t'" ADD COLUMN i interval;

-- step 5: expand, undo exact, locks public."Odd, ""t'" ACCESS EXCLUSIVE
ALTER TABLE public."Odd, ""t'" ADD COLUMN f double precision;

-- step 6: expand, undo exact, locks public."Odd, ""t'" ACCESS EXCLUSIVE
ALTER TABLE public."Odd, ""t'" ADD COLUMN n numeric;

-- step 7: expand, undo exact, locks public."Odd, ""t'" ACCESS EXCLUSIVE
ALTER TABLE public."Odd, ""t'" ADD COLUMN j json;

-- step 8: migrate, undo exact, locks public."Odd, ""t'" ROW EXCLUSIVE
UPDATE public."Odd, ""t'" SET p = E'(1,"a ""b'', \\\\ c")', ps = '{"(1,)",NULL}', r = '[1,5)', i = '1 day 02:00:00', f = 'NaN', n = '1.50', j = '{"a" :1}' WHERE "k'ey" = 'x' AND "b,""" = 'y  ';

-- step 9: migrate, undo exact, locks public."Odd, ""t'" ROW EXCLUSIVE
INSERT INTO public."Odd, ""t'" ("k'ey", "b,""", p, ps, r, i, f, n, j) VALUES (E'q\\', 'zz ', NULL, '{}', 'empty', '-1 mons', '-Infinity', '100000000000000000000', 'null');

COMMIT;
