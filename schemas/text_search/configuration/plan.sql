-- Plan: 3 to add, 5 to change, 4 to drop.
-- Proven: both
-- Warning: new.sql:10:1: text search configuration public.new_search looks like public.old_search under another name: if it is, write `-- plumb: renamed from old_search` before it

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
ALTER TEXT SEARCH DICTIONARY public.stems (language = 'english', stopwords);

-- step 2: expand, undo exact
CREATE TEXT SEARCH CONFIGURATION public.new_search (PARSER = pg_catalog."default");

-- step 3: expand, undo exact
ALTER TEXT SEARCH CONFIGURATION public.search ADD MAPPING FOR "int" WITH pg_catalog.simple;

-- step 4: expand, undo exact
ALTER TEXT SEARCH CONFIGURATION public.new_search ADD MAPPING FOR "int" WITH pg_catalog.simple;

-- step 5: contract, undo exact
ALTER TEXT SEARCH CONFIGURATION public.search DROP MAPPING FOR url;

-- step 6: contract, undo exact
ALTER TEXT SEARCH CONFIGURATION public.search DROP MAPPING FOR "float";

-- step 7: expand, undo exact
ALTER TEXT SEARCH DICTIONARY public.words (accept = 'true', stopwords);

-- step 8: expand, undo exact
ALTER TEXT SEARCH CONFIGURATION public.new_search ADD MAPPING FOR email WITH public.words;

-- step 9: contract, undo exact, breaks_queries
DROP TEXT SEARCH CONFIGURATION public.old_search;

-- step 10: expand, undo exact
DROP TEXT SEARCH DICTIONARY public.other;

-- step 11: expand, undo exact
CREATE TEXT SEARCH DICTIONARY public.other (TEMPLATE = pg_catalog.snowball, language = 'german');

-- step 12: expand, undo exact
ALTER TEXT SEARCH CONFIGURATION public.search ALTER MAPPING FOR asciiword WITH public.other, public.stems;

-- step 13: expand, undo exact
ALTER TEXT SEARCH CONFIGURATION public.search ALTER MAPPING FOR word WITH public.other, public.stems;

-- step 14: expand, undo exact
ALTER TEXT SEARCH CONFIGURATION public.new_search ADD MAPPING FOR asciiword WITH public.other, public.stems;

-- step 15: expand, undo exact
ALTER TEXT SEARCH CONFIGURATION public.new_search ADD MAPPING FOR word WITH public.other, public.stems;

-- step 16: expand, undo exact
COMMENT ON TEXT SEARCH DICTIONARY public.other IS 'for guests';

-- step 17: contract, undo exact, breaks_queries
DROP TEXT SEARCH DICTIONARY public.going;

COMMIT;
