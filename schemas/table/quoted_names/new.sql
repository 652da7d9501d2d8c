CREATE SCHEMA "My Schema";
CREATE TABLE "My Schema"."select" (
    "from" bigint PRIMARY KEY,
    "Mixed Case" text DEFAULT 'it''s',
    "with ""quotes""" text,
    "dash-ed.dotted" int CONSTRAINT "is 'positive'" CHECK ("dash-ed.dotted" > 0),
    "ünïcode ☃" text
);
CREATE INDEX "weird; index" ON "My Schema"."select" ("Mixed Case", "ünïcode ☃");
CREATE VIEW "My Schema"."v w" AS SELECT "from", "Mixed Case" FROM "My Schema"."select";
COMMENT ON COLUMN "My Schema"."select"."ünïcode ☃" IS 'back\slash, ''quote'', $$dollar$$';
