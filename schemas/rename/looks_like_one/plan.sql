-- Plan: 9 to add, 1 to change, 9 to drop.
-- Proven: both
-- Warning: new.sql:10:1: function public.g(integer) looks like public.f(integer) under another name: if it is, write `-- plumb: renamed from f` before it
-- Warning: new.sql:1:1: table public.client looks like public.customer under another name: if it is, write `-- plumb: renamed from customer` before it
-- Warning: new.sql:14:1: table public.moved looks like old.moved under another name: if it is, write `-- plumb: renamed from old.moved` before it
-- Warning: new.sql:4:5: column public.item."Title" looks like public.item.title under another name: if it is, write `-- plumb: renamed from title` before it
-- Warning: new.sql:9:1: view public.v2 looks like public.v under another name: if it is, write `-- plumb: renamed from v` before it
-- Warning: new.sql:8:1: label paid of enum type public.state looks like payed under another name: if it is, write `-- plumb: renamed from payed` before it

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: contract, undo exact
CREATE SCHEMA plumb_archive_1;

-- step 2: expand, undo exact
CREATE OR REPLACE FUNCTION public.g(integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT $1 + 1$function$;

-- step 3: expand, undo exact
CREATE TABLE public.client (
    id integer,
    name text,
    mail text,
    phone text,
    CONSTRAINT has_mail CHECK ((mail <> ''::text))
);

-- step 4: expand, undo exact
CREATE TABLE public.otherwise (
    c integer,
    d text
);

-- step 5: expand, undo exact
CREATE TABLE public.moved (
    a integer,
    b integer,
    c integer
);

-- step 6: expand, undo exact, locks public.item ACCESS EXCLUSIVE
ALTER TABLE public.item ADD COLUMN "Title" text;

-- step 7: expand, undo exact, locks public.two ACCESS EXCLUSIVE
ALTER TABLE public.two ADD COLUMN c integer;

-- step 8: expand, undo exact, locks public.two ACCESS EXCLUSIVE
ALTER TABLE public.two ADD COLUMN d integer;

-- step 9: expand, undo exact, locks public.item SHARE, scans, scans_table, blocks_writes
CREATE INDEX item_by_title ON public.item USING btree ("Title");

-- step 10: expand, undo exact
CREATE VIEW public.v2 AS
 SELECT item.id
   FROM public.item;

-- step 11: contract, undo exact, locks public.v ACCESS EXCLUSIVE, breaks_queries
DROP VIEW public.v;

-- step 12: contract, undo exact, locks public.item SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.item IN SHARE ROW EXCLUSIVE MODE;

-- step 13: contract, undo exact
CREATE TABLE plumb_archive_1.of_title_1 AS SELECT id, title FROM public.item WHERE title IS NOT NULL;

-- step 14: contract, undo exact
ALTER TABLE plumb_archive_1.of_title_1 ADD PRIMARY KEY (id);

-- step 15: contract, undo exact with archive, locks public.item ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.item DROP COLUMN title;

-- step 16: contract, undo exact, locks public.two SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.two IN SHARE ROW EXCLUSIVE MODE;

-- step 17: contract, undo exact
CREATE TABLE plumb_archive_1.of_a_2 AS SELECT row_number() OVER () AS plumb_number, b, a FROM public.two;

-- step 18: contract, undo exact
ALTER TABLE plumb_archive_1.of_a_2 ADD PRIMARY KEY (plumb_number);

-- step 19: contract, undo exact with archive, locks public.two ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.two DROP COLUMN a;

-- step 20: contract, undo lossy, locks public.two ACCESS EXCLUSIVE, breaks_queries, loses_data
ALTER TABLE public.two DROP COLUMN b;

-- step 21: contract, undo exact
LOCK TABLE ONLY public.customer IN ACCESS EXCLUSIVE MODE;

-- step 22: contract, undo exact
CREATE TABLE plumb_archive_1.of_customer_3 AS SELECT id, name, mail FROM ONLY public.customer;

-- step 23: contract, undo exact with archive, locks public.customer ACCESS EXCLUSIVE, breaks_queries
DROP TABLE public.customer;

-- step 24: contract, undo exact
LOCK TABLE ONLY public.unlike IN ACCESS EXCLUSIVE MODE;

-- step 25: contract, undo exact
CREATE TABLE plumb_archive_1.of_unlike_4 AS SELECT a, b FROM ONLY public.unlike;

-- step 26: contract, undo exact with archive, locks public.unlike ACCESS EXCLUSIVE, breaks_queries
DROP TABLE public.unlike;

-- step 27: contract, undo exact
LOCK TABLE ONLY old.moved IN ACCESS EXCLUSIVE MODE;

-- step 28: contract, undo exact
CREATE TABLE plumb_archive_1.of_moved_5 AS SELECT a, b, c FROM ONLY old.moved;

-- step 29: contract, undo exact with archive, locks old.moved ACCESS EXCLUSIVE, breaks_queries
DROP TABLE old.moved;

-- step 30: contract, undo exact, breaks_queries
DROP FUNCTION public.f(integer);

-- step 31: expand, undo exact
DROP TYPE public.state;

-- step 32: expand, undo exact
CREATE TYPE public.state AS ENUM ('new', 'paid');

COMMIT;
