-- Plan: 3 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: migrate, undo exact, locks public.region ROW EXCLUSIVE
INSERT INTO public.region (id, name) VALUES ('2', 'South');

-- step 2: expand, undo exact
CREATE TABLE public.node (
    id integer NOT NULL,
    parent integer,
    region integer,
    boss integer,
    CONSTRAINT node_pkey PRIMARY KEY (id),
    CONSTRAINT node_parent_fkey FOREIGN KEY (parent) REFERENCES public.node(id),
    CONSTRAINT node_region_fkey FOREIGN KEY (region) REFERENCES public.region(id)
);

-- step 3: expand, undo exact
CREATE TABLE public.person (
    id integer NOT NULL,
    node integer,
    CONSTRAINT person_pkey PRIMARY KEY (id),
    CONSTRAINT person_node_fkey FOREIGN KEY (node) REFERENCES public.node(id)
);

-- step 4: expand, undo exact
ALTER TABLE public.node ADD CONSTRAINT node_boss_fkey FOREIGN KEY (boss) REFERENCES public.person(id);

-- step 5: migrate, undo exact
INSERT INTO public.node (id, parent, region, boss) VALUES ('3', NULL, '2', NULL);

-- step 6: migrate, undo exact
INSERT INTO public.node (id, parent, region, boss) VALUES ('2', '3', '2', NULL);

-- step 7: migrate, undo exact
INSERT INTO public.node (id, parent, region, boss) VALUES ('1', '2', '1', NULL);

-- step 8: migrate, undo exact
INSERT INTO public.node (id, parent, region, boss) VALUES ('4', '4', NULL, NULL);

-- step 9: migrate, undo exact
INSERT INTO public.person (id, node) VALUES ('1', '1');

-- step 10: migrate, undo exact
INSERT INTO public.node (id, parent, region, boss) VALUES ('5', '1', '2', '1');

COMMIT;
