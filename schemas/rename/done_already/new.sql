-- plumb: renamed from shop
CREATE SCHEMA "Store";
CREATE TYPE "Store".state AS ENUM (
    'new',
    'paid' -- plumb: renamed from payed
);
-- plumb: renamed from order
CREATE TABLE "Store".orders (
    id int PRIMARY KEY,
    buyer int, -- plumb: renamed from customer
    state "Store".state
);
CREATE TABLE "Store"."order" (id int, note text);
-- plumb: renamed from b
CREATE TABLE "Store".a (x int);
-- plumb: renamed from a
CREATE TABLE "Store".b (y text);
CREATE SCHEMA fresh;
-- plumb: renamed from ancient
CREATE TABLE fresh.t (
    a int -- plumb: renamed from b
);
