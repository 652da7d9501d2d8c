CREATE SCHEMA "a.b";
CREATE SCHEMA "it's ""quoted""";
CREATE SCHEMA "select";
SET search_path = "a.b";
CREATE TYPE "e {@} num" AS ENUM ('{c}', 'it''s', '\n', 'новый');
CREATE TYPE "com.posite" AS ("a b" int, "c""d" text);
CREATE DOMAIN "dom%ain" AS text CONSTRAINT "che ck" CHECK (VALUE <> '{+}');
CREATE TYPE "ran ge" AS RANGE (SUBTYPE = float8);
CREATE SEQUENCE "se
quence";
CREATE TABLE "ta ble" (
    "table" int CONSTRAINT "p.k" PRIMARY KEY,
    "{c}" text DEFAULT '{c|else}' CONSTRAINT "n""n" CHECK ("{c}" <> '[!c]'),
    "a.b" "e {@} num" DEFAULT 'it''s',
    "d" "dom%ain",
    "колонка" "com.posite",
    "$1" int GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME "a.b"."iden tity"),
    "order" int GENERATED ALWAYS AS ("table" + 1) STORED
);
CREATE TABLE "it's ""quoted"""."x" ("y" int CONSTRAINT "f k" REFERENCES "a.b"."ta ble" ON DELETE CASCADE, "z" "ran ge");
CREATE INDEX "in.dex" ON "ta ble" ("{c}", lower("{c}"));
CREATE VIEW "vi""ew" AS SELECT "table" AS "from", "{c}" AS "{@}" FROM "ta ble";
CREATE MATERIALIZED VIEW "select"."select" AS SELECT "from" FROM "vi""ew";
CREATE FUNCTION "fun ction"("ar g" int, "in" "e {@} num") RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE PROCEDURE "pro.cedure"(INOUT "a b" int) LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION "trig ger"() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE AGGREGATE "agg"(int) (SFUNC = int4pl, STYPE = int, INITCOND = '0');
CREATE TRIGGER "when" BEFORE UPDATE OF "a.b", "{c}" ON "ta ble" FOR EACH ROW EXECUTE FUNCTION "trig ger"('{+}', 'it''s');
CREATE RULE "ru le" AS ON DELETE TO "vi""ew" DO INSTEAD NOTHING;
ALTER TABLE "ta ble" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "pol.icy" ON "ta ble" USING ("{c}" <> 'x');
CREATE STATISTICS "stat istics" ON "table", "a.b" FROM "ta ble";
COMMENT ON TABLE "ta ble" IS 'it''s {@} [!c] \ "new
line';
COMMENT ON COLUMN "ta ble"."{c}" IS '{=}';
CREATE TABLE "p art" ("k" int) PARTITION BY LIST ("k");
CREATE TABLE "p.1" PARTITION OF "p art" FOR VALUES IN (1);
CREATE TABLE x123456789x123456789x123456789x123456789x123456789x123456789xyz (x123456789x123456789x123456789x123456789x123456789x123456789xyz serial PRIMARY KEY, b int UNIQUE);
