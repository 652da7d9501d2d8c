-- Plan: 4 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE OR REPLACE FUNCTION public.noted()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN RETURN new; END$function$;

-- step 2: expand, undo exact
CREATE TABLE public.measured (
    at date,
    value integer
)
PARTITION BY RANGE (at);

-- step 3: expand, undo exact
CREATE FOREIGN TABLE public.f (
    b text OPTIONS (x '1') DEFAULT 'b'::text NOT NULL,
    CONSTRAINT f_b_check CHECK ((b <> ''::text))
)
INHERITS (public.parent)
SERVER s
OPTIONS (y '2');

-- step 4: expand, undo exact
CREATE FOREIGN TABLE public.measured_old (
    at date,
    value integer
)
SERVER s;

-- step 5: expand, undo exact
ALTER TABLE public.measured ATTACH PARTITION public.measured_old FOR VALUES FROM (MINVALUE) TO ('2020-01-01');

-- step 6: expand, undo exact
CREATE TRIGGER note BEFORE INSERT ON public.f FOR EACH ROW EXECUTE FUNCTION public.noted();

-- step 7: expand, undo exact
ALTER FOREIGN TABLE public.f OWNER TO shop_owner;

COMMIT;
