-- Plan: 2 to add, 3 to change, 1 to drop.
-- Proven: both
-- Warning: new.sql:6:1: function public.made_after(integer) looks like public.made_on_the_way_back(integer) under another name: if it is, write `-- plumb: renamed from made_on_the_way_back` before it

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE OR REPLACE FUNCTION public.changed(integer)
 RETURNS text
 LANGUAGE sql
AS $function$SELECT ($1 + 1)::text$function$;

-- step 2: expand, undo exact
DROP FUNCTION public.replaced();

-- step 3: expand, undo exact
CREATE OR REPLACE FUNCTION public.replaced()
 RETURNS SETOF integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- step 4: expand, undo exact
CREATE TRANSFORM FOR integer LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal), TO SQL WITH FUNCTION int4recv(internal));

-- step 5: expand, undo exact
CREATE OR REPLACE FUNCTION public.changed_with_it(integer)
 RETURNS text
 LANGUAGE sql
AS $function$SELECT ($1 + 1)::text$function$;

-- step 6: expand, undo exact
CREATE OR REPLACE FUNCTION public.made_after(integer)
 RETURNS text
 LANGUAGE sql
AS $function$SELECT $1::text$function$;

-- step 7: contract, undo exact, breaks_queries
DROP FUNCTION public.made_on_the_way_back(integer);

COMMIT;
