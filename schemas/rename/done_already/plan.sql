-- Plan: 3 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE SCHEMA fresh;

-- step 2: expand, undo exact
CREATE TABLE fresh.t (
    a integer
);

-- step 3: expand, undo exact, locks "Store"."order" ACCESS EXCLUSIVE
ALTER TABLE "Store"."order" ADD COLUMN note text;

COMMIT;
