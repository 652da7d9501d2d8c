-- Plan: 2 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE TABLE public.department (
    id integer NOT NULL,
    head_id integer NOT NULL,
    CONSTRAINT department_pkey PRIMARY KEY (id)
);

-- step 2: expand, undo exact
CREATE TABLE public.employee (
    id integer NOT NULL,
    department_id integer NOT NULL,
    boss_id integer,
    CONSTRAINT employee_pkey PRIMARY KEY (id),
    CONSTRAINT employee_department_id_fkey FOREIGN KEY (department_id) REFERENCES public.department(id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT employee_boss_id_fkey FOREIGN KEY (boss_id) REFERENCES public.employee(id)
);

-- step 3: expand, undo exact
ALTER TABLE public.department ADD CONSTRAINT department_head_id_fkey FOREIGN KEY (head_id) REFERENCES public.employee(id) DEFERRABLE INITIALLY DEFERRED;

COMMIT;
