-- Plan: 4 to add, 3 to change, 4 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
ALTER ROLE ALL SET lock_timeout TO '3s';

-- step 2: expand, undo exact
ALTER ROLE ALL SET statement_timeout TO '2min';

-- step 3: expand, undo exact
ALTER ROLE app SET my.other TO 'a, b';

-- step 4: expand, undo exact
ALTER ROLE app SET search_path TO '';

-- step 5: expand, undo exact
ALTER ROLE app SET work_mem TO '16MB';

-- step 6: expand, undo exact
ALTER ROLE other IN DATABASE d1 SET search_path TO 'a,b', 'c';

-- step 7: expand, undo exact
ALTER ROLE other SET role TO 'app';

-- step 8: contract, undo exact
ALTER ROLE app IN DATABASE d1 RESET work_mem;

-- step 9: contract, undo exact
ALTER ROLE app RESET "TimeZone";

-- step 10: contract, undo exact
ALTER ROLE app RESET my.setting;

-- step 11: contract, undo exact
ALTER ROLE other RESET temp_tablespaces;

COMMIT;
