-- Plan: 27 to add, 11 to change, 9 to drop.
-- Proven: both
-- Warning: rows that are written after this deployment have no value for public.leaves.a, which a rollback stops at; `-- plumb: reverse backfill (COLUMN) EXPRESSION` at the table says what they get
-- Warning: own definitions stay in public.joins_empty, public.joins_lacking, public.joins_nullable, beside inherited ones: a, b, c, positive; PostgreSQL has no statement that ends that, and a dump tells
-- Warning: own definitions stay in public.joins_new, public.changes_parents, beside inherited ones: d, e, f, new_parent_d_check; PostgreSQL has no statement that ends that, and a dump tells
-- Warning: own definitions stay in public.joins_with_own, beside inherited ones: b, c, positive; PostgreSQL has no statement that ends that, and a dump tells

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
CREATE TABLE public.new_parent (
    d integer DEFAULT 7 NOT NULL,
    e text,
    f integer GENERATED ALWAYS AS ((d + 1)) STORED,
    CONSTRAINT new_parent_d_check CHECK ((d < 10))
);

-- step 3: expand, undo exact, locks public.leaves ACCESS EXCLUSIVE
ALTER TABLE public.leaves NO INHERIT public.parent;

-- step 4: expand, undo exact, locks public.changes_as_it_leaves ACCESS EXCLUSIVE
ALTER TABLE public.changes_as_it_leaves NO INHERIT public.parent;

-- step 5: expand, undo exact, locks public.joins_empty ACCESS EXCLUSIVE
ALTER TABLE public.joins_empty ADD COLUMN a integer NOT NULL;

-- step 6: expand, undo exact, locks public.joins_empty ACCESS EXCLUSIVE
ALTER TABLE public.joins_empty ADD COLUMN b text DEFAULT 'x'::text;

-- step 7: expand, undo exact, locks public.joins_empty ACCESS EXCLUSIVE
ALTER TABLE public.joins_empty ADD COLUMN c integer;

-- step 8: expand, undo exact, locks public.joins_lacking ACCESS EXCLUSIVE
ALTER TABLE public.joins_lacking ADD COLUMN a integer NOT NULL;

-- step 9: expand, undo exact, locks public.joins_lacking ACCESS EXCLUSIVE
ALTER TABLE public.joins_lacking ADD COLUMN c integer;

-- step 10: expand, undo exact, locks public.joins_nullable ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.joins_nullable ALTER COLUMN a SET NOT NULL;

-- step 11: migrate, undo exact, locks public.joins_nullable ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.joins_nullable ALTER COLUMN c TYPE integer;

-- step 12: expand, undo exact, locks public.joins_new ACCESS EXCLUSIVE
ALTER TABLE public.joins_new ADD COLUMN d integer DEFAULT 7 NOT NULL;

-- step 13: expand, undo exact, locks public.joins_new ACCESS EXCLUSIVE
ALTER TABLE public.joins_new ADD COLUMN e text;

-- step 14: expand, undo exact, locks public.joins_new ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.joins_new ADD COLUMN f integer GENERATED ALWAYS AS ((d + 1)) STORED;

-- step 15: expand, undo exact, locks public.joins_with_own ACCESS EXCLUSIVE
ALTER TABLE public.joins_with_own ADD COLUMN a integer NOT NULL;

-- step 16: expand, undo exact, locks public.joins_with_own ACCESS EXCLUSIVE
ALTER TABLE public.joins_with_own ADD COLUMN b text DEFAULT 'x'::text;

-- step 17: expand, undo exact, locks public.joins_with_own ACCESS EXCLUSIVE
ALTER TABLE public.joins_with_own ADD COLUMN c integer;

-- step 18: expand, undo exact, locks public.changes_parents ACCESS EXCLUSIVE
ALTER TABLE public.changes_parents ADD COLUMN d integer DEFAULT 7 NOT NULL;

-- step 19: expand, undo exact, locks public.changes_parents ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.changes_parents ADD COLUMN f integer GENERATED ALWAYS AS ((d + 1)) STORED;

-- step 20: expand, undo exact, locks public.joins_lacking ACCESS EXCLUSIVE
ALTER TABLE ONLY public.joins_lacking ALTER COLUMN b SET DEFAULT 'x'::text;

-- step 21: expand, undo exact, locks public.joins_nullable ACCESS EXCLUSIVE
ALTER TABLE ONLY public.joins_nullable ALTER COLUMN b SET DEFAULT 'x'::text;

-- step 22: expand, undo exact, locks public.joins_empty ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.joins_empty ADD CONSTRAINT positive CHECK ((a > 0));

-- step 23: expand, undo exact, locks public.joins_empty ACCESS EXCLUSIVE
ALTER TABLE public.joins_empty INHERIT public.parent;

-- step 24: expand, undo exact, locks public.joins_lacking ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.joins_lacking ADD CONSTRAINT positive CHECK ((a > 0));

-- step 25: expand, undo exact, locks public.joins_lacking ACCESS EXCLUSIVE
ALTER TABLE public.joins_lacking INHERIT public.parent;

-- step 26: expand, undo exact, locks public.joins_nullable ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.joins_nullable ADD CONSTRAINT positive CHECK ((a > 0));

-- step 27: expand, undo exact, locks public.joins_nullable ACCESS EXCLUSIVE
ALTER TABLE public.joins_nullable INHERIT public.parent;

-- step 28: expand, undo exact, locks public.joins_new ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.joins_new ADD CONSTRAINT new_parent_d_check CHECK ((d < 10));

-- step 29: expand, undo exact, locks public.joins_new ACCESS EXCLUSIVE
ALTER TABLE public.joins_new INHERIT public.new_parent;

-- step 30: expand, undo exact, locks public.joins_with_own ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.joins_with_own ADD CONSTRAINT positive CHECK ((a > 0));

-- step 31: expand, undo exact, locks public.joins_with_own ACCESS EXCLUSIVE
ALTER TABLE public.joins_with_own INHERIT public.parent;

-- step 32: expand, undo exact, locks public.changes_parents ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.changes_parents ADD CONSTRAINT new_parent_d_check CHECK ((d < 10));

-- step 33: expand, undo exact, locks public.changes_parents ACCESS EXCLUSIVE
ALTER TABLE public.changes_parents NO INHERIT public.old_parent;

-- step 34: expand, undo exact, locks public.changes_parents ACCESS EXCLUSIVE
ALTER TABLE public.changes_parents INHERIT public.new_parent;

-- step 35: expand, undo exact, locks public.changes_parents ACCESS EXCLUSIVE
ALTER TABLE public.changes_parents ADD COLUMN own integer;

-- step 36: contract, undo exact, locks public.changes_as_it_leaves ACCESS EXCLUSIVE
ALTER TABLE public.changes_as_it_leaves DROP CONSTRAINT positive;

-- step 37: migrate, undo exact, locks public.changes_as_it_leaves ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.changes_as_it_leaves ALTER COLUMN a TYPE bigint;

-- step 38: expand, undo exact, locks public.changes_as_it_leaves ACCESS EXCLUSIVE
ALTER TABLE public.changes_as_it_leaves ALTER COLUMN a DROP NOT NULL;

-- step 39: contract, undo exact, locks public.changes_as_it_leaves ACCESS EXCLUSIVE
ALTER TABLE ONLY public.changes_as_it_leaves ALTER COLUMN b DROP DEFAULT;

-- step 40: contract, undo exact, locks public.leaves SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.leaves IN SHARE ROW EXCLUSIVE MODE;

-- step 41: contract, undo exact
CREATE TABLE plumb_archive_1.of_a_1 AS SELECT own, a FROM public.leaves WHERE a IS NOT NULL;

-- step 42: contract, undo exact
ALTER TABLE plumb_archive_1.of_a_1 ADD PRIMARY KEY (own);

-- step 43: contract, undo exact with archive, locks public.leaves ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.leaves DROP COLUMN a;

-- step 44: contract, undo exact, locks public.leaves SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.leaves IN SHARE ROW EXCLUSIVE MODE;

-- step 45: contract, undo exact
CREATE TABLE plumb_archive_1.of_b_2 AS SELECT own, b FROM public.leaves WHERE b IS NOT NULL;

-- step 46: contract, undo exact
ALTER TABLE plumb_archive_1.of_b_2 ADD PRIMARY KEY (own);

-- step 47: contract, undo exact with archive, locks public.leaves ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.leaves DROP COLUMN b;

-- step 48: contract, undo exact, locks public.leaves SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.leaves IN SHARE ROW EXCLUSIVE MODE;

-- step 49: contract, undo exact
CREATE TABLE plumb_archive_1.of_c_3 AS SELECT own, c FROM public.leaves WHERE c IS NOT NULL;

-- step 50: contract, undo exact
ALTER TABLE plumb_archive_1.of_c_3 ADD PRIMARY KEY (own);

-- step 51: contract, undo exact with archive, locks public.leaves ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.leaves DROP COLUMN c;

-- step 52: contract, undo exact, locks public.changes_as_it_leaves SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
LOCK TABLE public.changes_as_it_leaves IN SHARE ROW EXCLUSIVE MODE;

-- step 53: contract, undo exact
CREATE TABLE plumb_archive_1.of_c_4 AS SELECT row_number() OVER () AS plumb_number, a, b, c FROM public.changes_as_it_leaves;

-- step 54: contract, undo exact
ALTER TABLE plumb_archive_1.of_c_4 ADD PRIMARY KEY (plumb_number);

-- step 55: contract, undo exact with archive, locks public.changes_as_it_leaves ACCESS EXCLUSIVE, breaks_queries
ALTER TABLE public.changes_as_it_leaves DROP COLUMN c;

-- step 56: contract, undo exact
LOCK TABLE ONLY public.old_parent IN ACCESS EXCLUSIVE MODE;

-- step 57: contract, undo exact
CREATE TABLE plumb_archive_1.of_old_parent_5 AS SELECT e FROM ONLY public.old_parent;

-- step 58: contract, undo exact with archive, locks public.old_parent ACCESS EXCLUSIVE, breaks_queries
DROP TABLE public.old_parent;

COMMIT;
