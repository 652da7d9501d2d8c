-- Plan: 5 to add, 0 to change, 1 to drop.
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
CREATE TYPE public.state AS ENUM ('open', 'closed');

-- step 3: expand, undo exact
CREATE OR REPLACE FUNCTION public.is_open(public.state)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT $1 = 'open' $function$;

-- step 4: expand, undo exact
CREATE TABLE public.person (
    id integer NOT NULL,
    CONSTRAINT person_pkey PRIMARY KEY (id)
);

-- step 5: expand, undo exact
CREATE TABLE public.ticket (
    id integer NOT NULL,
    state public.state NOT NULL,
    person_id integer,
    CONSTRAINT ticket_pkey PRIMARY KEY (id),
    CONSTRAINT ticket_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id)
);

-- step 6: expand, undo exact
CREATE VIEW public.open_ticket AS
 SELECT ticket.id,
    public.is_open(ticket.state) AS open
   FROM public.ticket;

-- step 7: contract, undo exact
LOCK TABLE ONLY public.old IN ACCESS EXCLUSIVE MODE;

-- step 8: contract, undo exact
CREATE TABLE plumb_archive_1.of_old_1 AS SELECT id FROM ONLY public.old;

-- step 9: contract, undo exact with archive, locks public.old ACCESS EXCLUSIVE, breaks_queries
DROP TABLE public.old;

COMMIT;
