-- Plan: 2 to add, 0 to change, 1 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE TABLE public.item (
    id integer NOT NULL,
    CONSTRAINT item_pkey PRIMARY KEY (id)
);

-- step 2: expand, undo exact
CREATE PUBLICATION lines WITH (publish = 'insert, update', publish_via_partition_root = true);

-- step 3: expand, undo exact
ALTER PUBLICATION lines ADD TABLE ONLY public.line;

-- step 4: expand, undo exact
ALTER PUBLICATION lines ADD TABLE ONLY public.item;

-- step 5: expand, undo exact
ALTER PUBLICATION lines OWNER TO shop_owner;

-- step 6: expand, undo exact
COMMENT ON PUBLICATION lines IS 'for the warehouse';

-- step 7: contract, undo exact, breaks_replication
DROP PUBLICATION old_lines;

COMMIT;
