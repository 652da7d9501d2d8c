-- Plan: 2 to add, 3 to change, 2 to drop, 1 to rebuild.
-- Proven: both
-- Warning: new.sql:2:1: text search parser public.coming looks like public.going under another name: if it is, write `-- plumb: renamed from going` before it
-- Warning: new.sql:5:1: text search template public.coming looks like public.going under another name: if it is, write `-- plumb: renamed from going` before it

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE TEXT SEARCH PARSER public.coming (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);

-- step 2: expand, undo exact
CREATE TEXT SEARCH TEMPLATE public.coming (LEXIZE = dsimple_lexize);

-- step 3: expand, undo exact
COMMENT ON TEXT SEARCH PARSER public.coming IS 'new';

-- step 4: expand, undo exact
COMMENT ON TEXT SEARCH TEMPLATE public.coming IS 'new';

-- step 5: expand, undo exact
DROP TEXT SEARCH CONFIGURATION public.c;

-- step 6: expand, undo exact
DROP TEXT SEARCH DICTIONARY public.d;

-- step 7: contract, undo exact, breaks_queries
DROP TEXT SEARCH TEMPLATE public.going;

-- step 8: expand, undo exact
DROP TEXT SEARCH TEMPLATE public.changed;

-- step 9: expand, undo exact
CREATE TEXT SEARCH DICTIONARY public.d (TEMPLATE = pg_catalog.simple);

-- step 10: contract, undo exact, breaks_queries
DROP TEXT SEARCH PARSER public.going;

-- step 11: expand, undo exact
DROP TEXT SEARCH PARSER public.changed;

-- step 12: expand, undo exact
CREATE TEXT SEARCH PARSER public.changed (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype, HEADLINE = prsd_headline);

-- step 13: expand, undo exact
CREATE TEXT SEARCH TEMPLATE public.changed (LEXIZE = dsimple_lexize);

-- step 14: expand, undo exact
CREATE TEXT SEARCH CONFIGURATION public.c (PARSER = public.changed);

-- step 15: expand, undo exact
ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR word WITH public.d;

COMMIT;
