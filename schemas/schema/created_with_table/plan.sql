-- Plan: 2 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE SCHEMA billing;

-- step 2: expand, undo exact
CREATE TABLE billing.invoice (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    CONSTRAINT invoice_pkey PRIMARY KEY (id),
    CONSTRAINT invoice_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id)
);

-- step 3: expand, undo exact
COMMENT ON SCHEMA billing IS 'What accounts owe';

COMMIT;
