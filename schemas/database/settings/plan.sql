-- Plan: 2 to add, 3 to change, 2 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.t ACCESS EXCLUSIVE
ALTER TABLE public.t ADD COLUMN b integer;

-- step 2: contract, undo exact
ALTER DATABASE d1 RESET my.setting;

-- step 3: contract, undo exact
ALTER DATABASE d1 RESET search_path;

-- step 4: expand, undo exact, changes_access
ALTER DATABASE d1 CONNECTION LIMIT -1;

-- step 5: expand, undo exact, changes_access
ALTER DATABASE d1 IS_TEMPLATE true;

-- step 6: expand, undo exact
ALTER DATABASE d1 SET lock_timeout TO '3s';

-- step 7: expand, undo exact
ALTER DATABASE d1 SET work_mem TO '16MB';

-- step 8: expand, undo exact
COMMENT ON DATABASE d1 IS 'the new shop';

COMMIT;
