-- Plan: 1 to add, 2 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE TABLE public.note (
    tenant integer,
    author integer,
    CONSTRAINT note_tenant_author_fkey FOREIGN KEY (tenant, author) REFERENCES public.tenant_user(tenant, id) ON DELETE SET NULL (author)
);

-- step 2: expand, undo exact, locks public.post ACCESS EXCLUSIVE, locks public.tenant_user ACCESS EXCLUSIVE
ALTER TABLE public.post DROP CONSTRAINT author;

-- step 3: expand, undo exact, locks public.post SHARE ROW EXCLUSIVE, locks public.tenant_user SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
ALTER TABLE public.post ADD CONSTRAINT author FOREIGN KEY (tenant, author) REFERENCES public.tenant_user(tenant, id) ON DELETE SET NULL (author);

-- step 4: expand, undo exact, locks public.post ACCESS EXCLUSIVE, locks public.tenant_user ACCESS EXCLUSIVE
ALTER TABLE public.post DROP CONSTRAINT editor;

-- step 5: expand, undo exact, locks public.post SHARE ROW EXCLUSIVE, locks public.tenant_user SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
ALTER TABLE public.post ADD CONSTRAINT editor FOREIGN KEY (tenant, editor) REFERENCES public.tenant_user(tenant, id) ON DELETE SET DEFAULT;

COMMIT;
