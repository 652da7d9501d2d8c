-- Plan: 0 to add, 5 to change, 0 to drop.
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
CREATE TABLE plumb_archive_1.of_s_1 AS SELECT last_value, is_called, greatest(1, least(2147483647, last_value)) AS plumb_new FROM public.s WHERE last_value NOT BETWEEN 1 AND 2147483647;

-- step 3: expand, undo exact with archive, locks public.s ACCESS EXCLUSIVE
SELECT pg_catalog.setval('public.s', greatest(1, least(2147483647, last_value)), is_called) FROM public.s WHERE last_value NOT BETWEEN 1 AND 2147483647;

-- step 4: expand, undo exact, locks public.s ACCESS EXCLUSIVE
ALTER SEQUENCE public.s AS integer;

-- step 5: migrate, undo exact
CREATE TABLE plumb_archive_1.of_m_2 AS SELECT last_value, is_called, greatest(1, least(100, last_value)) AS plumb_new FROM public.m WHERE last_value NOT BETWEEN 1 AND 100;

-- step 6: expand, undo exact with archive, locks public.m ACCESS EXCLUSIVE
SELECT pg_catalog.setval('public.m', greatest(1, least(100, last_value)), is_called) FROM public.m WHERE last_value NOT BETWEEN 1 AND 100;

-- step 7: expand, undo exact, locks public.m ACCESS EXCLUSIVE
ALTER SEQUENCE public.m MAXVALUE 100 CYCLE;

-- step 8: migrate, undo exact
CREATE TABLE plumb_archive_1.of_low_3 AS SELECT last_value, is_called, greatest(1000, least(9223372036854775807, last_value)) AS plumb_new FROM public.low WHERE last_value NOT BETWEEN 1000 AND 9223372036854775807;

-- step 9: expand, undo exact with archive, locks public.low ACCESS EXCLUSIVE
SELECT pg_catalog.setval('public.low', greatest(1000, least(9223372036854775807, last_value)), is_called) FROM public.low WHERE last_value NOT BETWEEN 1000 AND 9223372036854775807;

-- step 10: expand, undo exact, locks public.low ACCESS EXCLUSIVE
ALTER SEQUENCE public.low MINVALUE 1000 START WITH 1000;

-- step 11: migrate, undo exact
CREATE TABLE plumb_archive_1.of_down_4 AS SELECT last_value, is_called, greatest(-10, least(-1, last_value)) AS plumb_new FROM public.down WHERE last_value NOT BETWEEN -10 AND -1;

-- step 12: expand, undo exact with archive, locks public.down ACCESS EXCLUSIVE
SELECT pg_catalog.setval('public.down', greatest(-10, least(-1, last_value)), is_called) FROM public.down WHERE last_value NOT BETWEEN -10 AND -1;

-- step 13: expand, undo exact, locks public.down ACCESS EXCLUSIVE
ALTER SEQUENCE public.down MINVALUE -10;

-- step 14: migrate, undo exact
CREATE TABLE plumb_archive_1.of_unused_5 AS SELECT last_value, is_called, greatest(100, least(9223372036854775807, last_value)) AS plumb_new FROM public.unused WHERE last_value NOT BETWEEN 100 AND 9223372036854775807;

-- step 15: expand, undo exact with archive, locks public.unused ACCESS EXCLUSIVE
SELECT pg_catalog.setval('public.unused', greatest(100, least(9223372036854775807, last_value)), is_called) FROM public.unused WHERE last_value NOT BETWEEN 100 AND 9223372036854775807;

-- step 16: expand, undo exact, locks public.unused ACCESS EXCLUSIVE
ALTER SEQUENCE public.unused MINVALUE 100 START WITH 100;

COMMIT;
