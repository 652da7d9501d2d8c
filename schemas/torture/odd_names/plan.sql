-- Plan: 3 to add, 16 to change, 0 to drop, 3 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo exact
CREATE SCHEMA plumb_archive_1;

-- step 2: migrate, undo exact
ALTER TYPE "a.b"."e {@} num" ADD VALUE '{new}' AFTER 'it''s';

COMMIT;

BEGIN;

-- step 3: expand, undo exact, locks "a.b"."com.posite" ACCESS EXCLUSIVE
ALTER TYPE "a.b"."com.posite" RENAME TO "com.posite_old";

-- step 4: expand, undo exact
CREATE TYPE "a.b"."com.posite" AS (
    "a b" bigint,
    "c""d" text
);

-- step 5: expand, undo exact, locks "a.b"."ta ble" ACCESS EXCLUSIVE
ALTER TABLE "a.b"."ta ble" ADD COLUMN "new {=}" integer;

-- step 6: migrate, undo exact, locks "a.b"."ta ble" ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE "a.b"."ta ble" ALTER COLUMN "колонка" TYPE "a.b"."com.posite" USING "колонка"::text::"a.b"."com.posite";

-- step 7: migrate, undo exact, locks "a.b".x123456789x123456789x123456789x123456789x123456789x123456789xyz ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE "a.b".x123456789x123456789x123456789x123456789x123456789x123456789xyz ALTER COLUMN b TYPE bigint;

-- step 8: expand, undo exact, locks "a.b".x123456789x123456789x123456789x123456789x123456789x123456789xyz ACCESS EXCLUSIVE
ALTER TABLE "a.b".x123456789x123456789x123456789x123456789x123456789x123456789xyz ADD COLUMN c integer;

-- step 9: expand, undo exact, locks "a.b".x123456789x123456789x123456789x123456789x123456789x123456789xyz ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE "a.b".x123456789x123456789x123456789x123456789x123456789x123456789xyz ADD CONSTRAINT x123456789x123456789x123456789x123456789x123456789x123456_c_key UNIQUE (c);

-- step 10: expand, undo exact
COMMENT ON TABLE "a.b"."ta ble" IS E'it''s not {@} [!c] \\ "new
line';

-- step 11: expand, undo exact, locks "a.b"."ta ble" ACCESS EXCLUSIVE, changes_access
DROP POLICY "pol.icy" ON "a.b"."ta ble";

-- step 12: expand, undo exact, locks "a.b"."ta ble" ACCESS EXCLUSIVE
DROP TRIGGER "when" ON "a.b"."ta ble";

-- step 13: expand, undo exact, locks "select"."select" ACCESS EXCLUSIVE
DROP MATERIALIZED VIEW "select"."select";

-- step 14: expand, undo exact, locks "a.b"."vi""ew" ACCESS EXCLUSIVE
DROP VIEW "a.b"."vi""ew";

-- step 15: expand, undo exact, locks "a.b"."ta ble" SHARE UPDATE EXCLUSIVE
DROP STATISTICS "a.b"."stat istics";

-- step 16: expand, undo exact, locks "it's ""quoted""".x ACCESS EXCLUSIVE, locks "a.b"."ta ble" ACCESS EXCLUSIVE
ALTER TABLE "it's ""quoted""".x DROP CONSTRAINT "f k";

-- step 17: expand, undo exact, locks "a.b"."ta ble" ACCESS EXCLUSIVE
DROP INDEX "a.b"."in.dex";

-- step 18: expand, undo exact, locks "it's ""quoted""".x SHARE ROW EXCLUSIVE, locks "a.b"."ta ble" SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
ALTER TABLE "it's ""quoted""".x ADD CONSTRAINT "f k" FOREIGN KEY (y) REFERENCES "a.b"."ta ble"("table") ON DELETE SET NULL;

-- step 19: expand, undo exact, locks "a.b"."ta ble" ACCESS EXCLUSIVE
ALTER TABLE "a.b"."ta ble" DROP CONSTRAINT "n""n";

-- step 20: expand, undo exact, locks "a.b"."ta ble" ACCESS EXCLUSIVE
ALTER TABLE ONLY "a.b"."ta ble" ALTER COLUMN "{c}" DROP DEFAULT;

-- step 21: migrate, undo exact
LOCK TABLE "a.b"."ta ble" IN ACCESS EXCLUSIVE MODE;

-- step 22: migrate, undo exact
CREATE TABLE plumb_archive_1.of_c_1 AS SELECT "table", "{c}"::text AS plumb_old, NULL::text AS plumb_new FROM "a.b"."ta ble";

-- step 23: migrate, undo exact
ALTER TABLE plumb_archive_1.of_c_1 ADD PRIMARY KEY ("table");

-- step 24: migrate, undo exact with archive, locks "a.b"."ta ble" ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE "a.b"."ta ble" ALTER COLUMN "{c}" TYPE character varying(80);

-- step 25: migrate, undo exact
UPDATE plumb_archive_1.of_c_1 AS a SET plumb_new = "a.b"."ta ble"."{c}"::text FROM "a.b"."ta ble" WHERE a."table" = "a.b"."ta ble"."table";

-- step 26: expand, undo exact, locks "a.b"."ta ble" ACCESS EXCLUSIVE
ALTER TABLE ONLY "a.b"."ta ble" ALTER COLUMN "{c}" SET DEFAULT '[..]'::character varying;

-- step 27: expand, undo exact, locks "a.b"."ta ble" ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE "a.b"."ta ble" ADD CONSTRAINT "n""n" CHECK ((("{c}")::text <> 'y'::text));

-- step 28: expand, undo exact, locks "a.b"."ta ble" SHARE, scans, scans_table, blocks_writes
CREATE INDEX "in.dex" ON "a.b"."ta ble" USING btree (upper(("{c}")::text));

-- step 29: expand, undo exact, locks "a.b"."ta ble" SHARE UPDATE EXCLUSIVE
CREATE STATISTICS "a.b"."stat istics" ON "table", "{c}", "a.b" FROM "a.b"."ta ble";

-- step 30: expand, undo exact
CREATE VIEW "a.b"."vi""ew" AS
 SELECT "ta ble"."table" AS "from",
    "ta ble"."{c}" AS "{@}"
   FROM "a.b"."ta ble";

-- step 31: expand, undo exact
CREATE MATERIALIZED VIEW "select"."select" AS
 SELECT "vi""ew"."from"
   FROM "a.b"."vi""ew";

-- step 32: expand, undo exact
CREATE RULE "ru le" AS
    ON DELETE TO "a.b"."vi""ew" DO INSTEAD NOTHING;

-- step 33: expand, undo exact, locks "a.b"."ta ble" SHARE ROW EXCLUSIVE
CREATE TRIGGER "when" BEFORE UPDATE OF "{c}" ON "a.b"."ta ble" FOR EACH ROW EXECUTE FUNCTION "a.b"."trig ger"('{+}', 'it''s');

-- step 34: expand, undo exact, locks "a.b"."ta ble" ACCESS EXCLUSIVE, changes_access
CREATE POLICY "pol.icy" ON "a.b"."ta ble" TO PUBLIC USING ((("{c}")::text <> 'y'::text));

-- step 35: expand, undo lossy, locks "it's ""quoted""".x ACCESS EXCLUSIVE, loses_data
ALTER TABLE "it's ""quoted""".x DROP COLUMN z;

-- step 36: expand, undo exact
DROP FUNCTION "a.b"."fun ction"(integer,"a.b"."e {@} num");

-- step 37: expand, undo exact
CREATE OR REPLACE FUNCTION "a.b"."fun ction"("ar g" integer, "in" "a.b"."e {@} num")
 RETURNS bigint
 LANGUAGE sql
AS $function$SELECT 1::bigint$function$;

-- step 38: expand, undo exact
DROP TYPE "a.b"."ran ge";

-- step 39: expand, undo exact
CREATE TYPE "a.b"."ran ge" AS RANGE (SUBTYPE = numeric);

-- step 40: expand, undo exact, locks "it's ""quoted""".x ACCESS EXCLUSIVE
ALTER TABLE "it's ""quoted""".x ADD COLUMN z "a.b"."ran ge";

-- step 41: expand, undo exact
ALTER DOMAIN "a.b"."dom%ain" DROP CONSTRAINT "che ck";

-- step 42: expand, undo exact, locks "a.b"."dom%ain" SHARE, scans, scans_table, blocks_writes
ALTER DOMAIN "a.b"."dom%ain" ADD CONSTRAINT "che ck" CHECK ((VALUE <> '{!}'::text));

-- step 43: expand, undo exact
DROP TYPE "a.b"."com.posite_old";

COMMIT;
