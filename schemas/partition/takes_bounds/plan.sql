-- Plan: 4 to add, 0 to change, 4 to drop.
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

-- step 2: expand, undo exact
CREATE TABLE public.first (
    day date,
    kind integer,
    note text
)
PARTITION BY RANGE (day);

-- step 3: expand, undo exact
CREATE TABLE public.first_late (
    day date,
    kind integer,
    note text
);

-- step 4: expand, undo exact
CREATE TABLE public.second (
    day date,
    kind integer,
    note text
);

-- step 5: expand, undo exact
CREATE TABLE public.other (
    day date,
    kind integer,
    note text
);

-- step 6: expand, undo exact
ALTER TABLE public.first ATTACH PARTITION public.first_late FOR VALUES FROM ('2024-01-01') TO (MAXVALUE);

-- step 7: contract, undo exact
LOCK TABLE ONLY public.few_early IN ACCESS EXCLUSIVE MODE;

-- step 8: contract, undo exact
CREATE TABLE plumb_archive_1.of_few_early_1 AS SELECT day, kind, note FROM ONLY public.few_early;

-- step 9: contract, undo exact with archive, locks public.few_early ACCESS EXCLUSIVE, breaks_queries
DROP TABLE public.few_early;

-- step 10: contract, undo exact, locks public.few ACCESS EXCLUSIVE, breaks_queries
DROP TABLE public.few;

-- step 11: contract, undo exact
LOCK TABLE ONLY public.many IN ACCESS EXCLUSIVE MODE;

-- step 12: contract, undo exact
CREATE TABLE plumb_archive_1.of_many_2 AS SELECT day, kind, note FROM ONLY public.many;

-- step 13: contract, undo exact with archive, locks public.many ACCESS EXCLUSIVE, breaks_queries
DROP TABLE public.many;

-- step 14: contract, undo exact
LOCK TABLE ONLY public.rest IN ACCESS EXCLUSIVE MODE;

-- step 15: contract, undo exact
CREATE TABLE plumb_archive_1.of_rest_3 AS SELECT day, kind, note FROM ONLY public.rest;

-- step 16: contract, undo exact with archive, locks public.rest ACCESS EXCLUSIVE, breaks_queries
DROP TABLE public.rest;

-- step 17: expand, undo exact, locks public.event SHARE UPDATE EXCLUSIVE
ALTER TABLE public.event ATTACH PARTITION public.first FOR VALUES IN (1, 2, 3);

-- step 18: expand, undo exact, locks public.event SHARE UPDATE EXCLUSIVE
ALTER TABLE public.event ATTACH PARTITION public.second FOR VALUES IN (4, 5);

-- step 19: expand, undo exact, locks public.event SHARE UPDATE EXCLUSIVE
ALTER TABLE public.event ATTACH PARTITION public.other DEFAULT;

COMMIT;
