CREATE SCHEMA "My Schema";
CREATE TABLE "My Schema"."select" ("from" int PRIMARY KEY, "Mixed Case" text, "with ""quotes""" text, "dash-ed.dotted" int);
CREATE INDEX "weird; index" ON "My Schema"."select" ("Mixed Case");
CREATE VIEW "My Schema"."v w" AS SELECT "from", "Mixed Case" FROM "My Schema"."select";
