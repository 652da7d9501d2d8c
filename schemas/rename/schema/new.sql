-- plumb: renamed from shop
CREATE SCHEMA "Store";
CREATE TYPE "Store".mood AS ENUM ('good', 'bad');
CREATE TABLE "Store".customer (id int PRIMARY KEY, mood "Store".mood DEFAULT 'good');
-- plumb: renamed from moody
CREATE FUNCTION "Store".is_moody("Store".mood) RETURNS boolean LANGUAGE sql AS $$ SELECT $1 = 'bad' $$;
CREATE VIEW "Store".grumpy AS SELECT id FROM "Store".customer WHERE "Store".is_moody(mood);
-- plumb: renamed from order
CREATE TABLE "Store".orders (
    id int PRIMARY KEY,
    buyer int REFERENCES "Store".customer -- plumb: renamed from customer
);
