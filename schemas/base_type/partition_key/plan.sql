-- Plan: 10 to add, 0 to change, 1 to drop.
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
CREATE OPERATOR FAMILY public.numbers USING hash;

-- step 3: contract, undo exact
LOCK TABLE ONLY public.other IN ACCESS EXCLUSIVE MODE;

-- step 4: contract, undo exact
CREATE TABLE plumb_archive_1.of_other_1 AS SELECT a FROM ONLY public.other;

-- step 5: contract, undo exact with archive, locks public.other ACCESS EXCLUSIVE, breaks_queries
DROP TABLE public.other;

-- step 6: expand, undo exact
CREATE TYPE public.number;

-- step 7: expand, undo exact
CREATE OR REPLACE FUNCTION public.number_in(cstring)
 RETURNS public.number
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4in$function$;

-- step 8: expand, undo exact
CREATE OR REPLACE FUNCTION public.number_out(public.number)
 RETURNS cstring
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4out$function$;

-- step 9: expand, undo exact
CREATE TYPE public.number (INPUT = public.number_in, OUTPUT = public.number_out, INTERNALLENGTH = 4, PASSEDBYVALUE, ALIGNMENT = int4, STORAGE = plain);

-- step 10: expand, undo exact
CREATE OR REPLACE FUNCTION public.number_hash(public.number, bigint)
 RETURNS bigint
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$hashint4extended$function$;

-- step 11: expand, undo exact
CREATE OR REPLACE FUNCTION public.number_same(public.number, public.number)
 RETURNS boolean
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4eq$function$;

-- step 12: expand, undo exact
CREATE OPERATOR public.= (FUNCTION = public.number_same, LEFTARG = public.number, RIGHTARG = public.number, COMMUTATOR = OPERATOR(public.=), HASHES);

-- step 13: expand, undo exact
CREATE OPERATOR CLASS public.numbers DEFAULT FOR TYPE public.number USING hash FAMILY public.numbers AS
    OPERATOR 1 public.=(public.number,public.number);

-- step 14: expand, undo exact
ALTER OPERATOR FAMILY public.numbers USING hash ADD FUNCTION 2 (public.number, public.number) public.number_hash(public.number,bigint);

-- step 15: expand, undo exact
CREATE TABLE public.t (
    a public.number,
    CONSTRAINT t_a_check CHECK ((a OPERATOR(public.=) '5'::public.number))
)
PARTITION BY HASH (a);

-- step 16: expand, undo exact
CREATE TABLE public.t_1 (
    a public.number,
    CONSTRAINT t_a_check CHECK ((a OPERATOR(public.=) '5'::public.number))
);

-- step 17: expand, undo exact
ALTER TABLE public.t ATTACH PARTITION public.t_1 FOR VALUES WITH (modulus 1, remainder 0);

COMMIT;
