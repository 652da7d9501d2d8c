-- Plan: 6 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE TYPE two.state AS ENUM ('x', 'y');

-- step 2: expand, undo exact
CREATE TABLE two.t (
    id integer NOT NULL,
    state two.state DEFAULT 'x'::two.state,
    other one.state DEFAULT 'a'::one.state,
    CONSTRAINT t_pkey PRIMARY KEY (id)
);

-- step 3: expand, undo exact
CREATE OR REPLACE FUNCTION one.g(two.t)
 RETURNS SETOF two.state
 LANGUAGE sql
 SET search_path TO 'one', 'two'
AS $function$SELECT $1.state$function$;

-- step 4: expand, undo exact
CREATE TABLE public.here (
    id integer,
    CONSTRAINT here_id_fkey FOREIGN KEY (id) REFERENCES two.t(id)
);

-- step 5: expand, undo exact, locks one.t ACCESS EXCLUSIVE
ALTER TABLE ONLY one.t ALTER COLUMN state SET DEFAULT 'a'::one.state;

-- step 6: expand, undo exact
CREATE INDEX t_state ON two.t USING btree (state) WHERE (state = 'y'::two.state);

-- step 7: expand, undo exact
CREATE VIEW one.v AS
 SELECT t.id,
    u.state
   FROM (one.t
     JOIN two.t u USING (id));

COMMIT;
