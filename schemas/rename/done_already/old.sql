CREATE SCHEMA "Store";
CREATE TYPE "Store".state AS ENUM ('new', 'paid');
CREATE TABLE "Store".orders (id int PRIMARY KEY, buyer int, state "Store".state);
CREATE TABLE "Store"."order" (id int);
CREATE TABLE "Store".a (x int);
CREATE TABLE "Store".b (y text);
