-- Plan: 2 to add, 4 to change, 0 to drop.
-- Proven: both
-- Warning: role newcomer is made without a password: set it by hand, for example with \password
-- Warning: new.sql:5:1: passwords are never part of a plan: set this one by hand

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, changes_access
ALTER ROLE "Odd ""One""" CREATEDB LOGIN;

-- step 2: expand, undo exact, changes_access
ALTER ROLE app SUPERUSER CREATEDB CREATEROLE NOINHERIT NOLOGIN REPLICATION BYPASSRLS CONNECTION LIMIT 5 VALID UNTIL '2030-01-01 00:00:00+00';

-- step 3: expand, undo exact, changes_access
ALTER ROLE chief NOSUPERUSER NOCREATEDB NOCREATEROLE INHERIT LOGIN NOREPLICATION NOBYPASSRLS CONNECTION LIMIT -1 VALID UNTIL 'infinity';

-- step 4: expand, undo exact, changes_access
CREATE ROLE fresh;

-- step 5: expand, undo exact, changes_access
ALTER ROLE never VALID UNTIL 'infinity';

-- step 6: expand, undo exact, changes_access
CREATE ROLE newcomer LOGIN CONNECTION LIMIT 2;

COMMIT;
