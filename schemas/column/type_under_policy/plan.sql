-- Plan: 0 to add, 1 to change, 0 to drop, 2 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.tenant_row ACCESS EXCLUSIVE, changes_access
DROP POLICY by_tenant ON public.tenant_row;

-- step 2: expand, undo exact, locks public.tenant_row ACCESS EXCLUSIVE, changes_access
DROP POLICY reading ON public.tenant_row;

-- step 3: migrate, undo exact, locks public.tenant_row ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.tenant_row ALTER COLUMN tenant TYPE bigint;

-- step 4: expand, undo exact, locks public.tenant_row ACCESS EXCLUSIVE, changes_access
CREATE POLICY by_tenant ON public.tenant_row TO shop_app USING ((tenant = (current_setting('app.tenant'::text))::integer)) WITH CHECK ((tenant = (current_setting('app.tenant'::text))::integer));

-- step 5: expand, undo exact, locks public.tenant_row ACCESS EXCLUSIVE, changes_access
CREATE POLICY reading ON public.tenant_row AS RESTRICTIVE FOR SELECT TO PUBLIC USING ((tenant > 0));

COMMIT;
