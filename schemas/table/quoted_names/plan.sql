-- Plan: 4 to add, 3 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks "My Schema"."select" ACCESS EXCLUSIVE
ALTER TABLE "My Schema"."select" ADD COLUMN "ünïcode ☃" text;

-- step 2: expand, undo exact, locks "My Schema"."select" ACCESS EXCLUSIVE
ALTER TABLE ONLY "My Schema"."select" ALTER COLUMN "Mixed Case" SET DEFAULT 'it''s'::text;

-- step 3: expand, undo exact, locks "My Schema"."select" ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE "My Schema"."select" ADD CONSTRAINT "is 'positive'" CHECK (("dash-ed.dotted" > 0));

-- step 4: expand, undo exact
COMMENT ON COLUMN "My Schema"."select"."ünïcode ☃" IS E'back\\slash, ''quote'', $$dollar$$';

-- step 5: expand, undo exact, locks "My Schema"."v w" ACCESS EXCLUSIVE
DROP VIEW "My Schema"."v w";

-- step 6: migrate, undo exact, locks "My Schema"."select" ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE "My Schema"."select" ALTER COLUMN "from" TYPE bigint;

-- step 7: expand, undo exact
CREATE VIEW "My Schema"."v w" AS
 SELECT "select"."from",
    "select"."Mixed Case"
   FROM "My Schema"."select";

-- step 8: expand, undo exact, locks "My Schema"."select" ACCESS EXCLUSIVE
DROP INDEX "My Schema"."weird; index";

-- step 9: expand, undo exact, locks "My Schema"."select" SHARE, scans, scans_table, blocks_writes
CREATE INDEX "weird; index" ON "My Schema"."select" USING btree ("Mixed Case", "ünïcode ☃");

COMMIT;
