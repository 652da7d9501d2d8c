-- Plan: 37 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE OR REPLACE FUNCTION public.fired()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RETURN new; END $function$;

-- step 2: expand, undo exact, locks public.log ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.log ADD CONSTRAINT late CHECK ((at > '2000-01-01'::date));

-- step 3: expand, undo exact, locks public.log ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE ONLY public.log ADD CONSTRAINT log_pkey PRIMARY KEY (id, at, area);

-- step 4: expand, undo exact, locks public.log_2025 ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE ONLY public.log_2025 ADD CONSTRAINT log_2025_pkey PRIMARY KEY (id, at, area);

-- step 5: expand, undo exact, locks public.log_2025_a ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.log_2025_a ADD CONSTRAINT log_2025_a_pkey PRIMARY KEY (id, at, area);

-- step 6: expand, undo exact, locks public.log_2025_rest ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.log_2025_rest ADD CONSTRAINT log_2025_rest_pkey PRIMARY KEY (id, at, area);

-- step 7: expand, undo exact, locks public.log_rest ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.log_rest ADD CONSTRAINT log_rest_pkey PRIMARY KEY (id, at, area);

-- step 8: expand, undo exact, locks public.log SHARE, scans, scans_table, blocks_writes
CREATE UNIQUE INDEX log_once ON ONLY public.log USING btree (at, area, id DESC);

-- step 9: expand, undo exact, locks public.log_2025 SHARE, scans, scans_table, blocks_writes
CREATE UNIQUE INDEX log_2025_at_area_id_idx ON ONLY public.log_2025 USING btree (at, area, id DESC);

-- step 10: expand, undo exact, locks public.log_2025_a SHARE, scans, scans_table, blocks_writes
CREATE UNIQUE INDEX log_2025_a_at_area_id_idx ON public.log_2025_a USING btree (at, area, id DESC);

-- step 11: expand, undo exact, locks public.log_2025_rest SHARE, scans, scans_table, blocks_writes
CREATE UNIQUE INDEX log_2025_rest_at_area_id_idx ON public.log_2025_rest USING btree (at, area, id DESC);

-- step 12: expand, undo exact, locks public.log_rest SHARE, scans, scans_table, blocks_writes
CREATE UNIQUE INDEX log_rest_at_area_id_idx ON public.log_rest USING btree (at, area, id DESC);

-- step 13: expand, undo exact, locks public.log SHARE, scans, scans_table, blocks_writes
CREATE INDEX log_partial ON ONLY public.log USING btree (area) WHERE (at > '2020-01-01'::date);

-- step 14: expand, undo exact, locks public.log_2025 SHARE, scans, scans_table, blocks_writes
CREATE INDEX log_2025_area_idx ON ONLY public.log_2025 USING btree (area) WHERE (at > '2020-01-01'::date);

-- step 15: expand, undo exact, locks public.log_2025_a SHARE, scans, scans_table, blocks_writes
CREATE INDEX log_2025_a_area_idx ON public.log_2025_a USING btree (area) WHERE (at > '2020-01-01'::date);

-- step 16: expand, undo exact, locks public.log_2025_rest SHARE, scans, scans_table, blocks_writes
CREATE INDEX log_2025_rest_area_idx ON public.log_2025_rest USING btree (area) WHERE (at > '2020-01-01'::date);

-- step 17: expand, undo exact, locks public.log_rest SHARE, scans, scans_table, blocks_writes
CREATE INDEX log_rest_area_idx ON public.log_rest USING btree (area) WHERE (at > '2020-01-01'::date);

-- step 18: expand, undo exact, locks public.log_2025 SHARE UPDATE EXCLUSIVE
ALTER INDEX public.log_pkey ATTACH PARTITION public.log_2025_pkey;

-- step 19: expand, undo exact, locks public.log_2025_a SHARE UPDATE EXCLUSIVE
ALTER INDEX public.log_2025_pkey ATTACH PARTITION public.log_2025_a_pkey;

-- step 20: expand, undo exact, locks public.log_2025_rest SHARE UPDATE EXCLUSIVE
ALTER INDEX public.log_2025_pkey ATTACH PARTITION public.log_2025_rest_pkey;

-- step 21: expand, undo exact, locks public.log_rest SHARE UPDATE EXCLUSIVE
ALTER INDEX public.log_pkey ATTACH PARTITION public.log_rest_pkey;

-- step 22: expand, undo exact
CREATE TABLE public.note (
    id integer,
    at date,
    area integer,
    CONSTRAINT note_id_at_area_fkey FOREIGN KEY (id, at, area) REFERENCES public.log(id, at, area)
);

-- step 23: expand, undo exact, locks public.log_2025 SHARE UPDATE EXCLUSIVE
ALTER INDEX public.log_once ATTACH PARTITION public.log_2025_at_area_id_idx;

-- step 24: expand, undo exact, locks public.log_2025_a SHARE UPDATE EXCLUSIVE
ALTER INDEX public.log_2025_at_area_id_idx ATTACH PARTITION public.log_2025_a_at_area_id_idx;

-- step 25: expand, undo exact, locks public.log_2025_rest SHARE UPDATE EXCLUSIVE
ALTER INDEX public.log_2025_at_area_id_idx ATTACH PARTITION public.log_2025_rest_at_area_id_idx;

-- step 26: expand, undo exact, locks public.log_rest SHARE UPDATE EXCLUSIVE
ALTER INDEX public.log_once ATTACH PARTITION public.log_rest_at_area_id_idx;

-- step 27: expand, undo exact, locks public.log_2025 SHARE UPDATE EXCLUSIVE
ALTER INDEX public.log_partial ATTACH PARTITION public.log_2025_area_idx;

-- step 28: expand, undo exact, locks public.log_2025_a SHARE UPDATE EXCLUSIVE
ALTER INDEX public.log_2025_area_idx ATTACH PARTITION public.log_2025_a_area_idx;

-- step 29: expand, undo exact, locks public.log_2025_rest SHARE UPDATE EXCLUSIVE
ALTER INDEX public.log_2025_area_idx ATTACH PARTITION public.log_2025_rest_area_idx;

-- step 30: expand, undo exact, locks public.log_rest SHARE UPDATE EXCLUSIVE
ALTER INDEX public.log_partial ATTACH PARTITION public.log_rest_area_idx;

-- step 31: expand, undo exact, locks public.log SHARE ROW EXCLUSIVE, locks public.area SHARE ROW EXCLUSIVE, scans, scans_table, blocks_writes
ALTER TABLE public.log ADD CONSTRAINT log_area_fkey FOREIGN KEY (area) REFERENCES public.area(id);

-- step 32: expand, undo exact, locks public.log SHARE UPDATE EXCLUSIVE
CREATE STATISTICS public.log_statistics ON id, area FROM public.log;

-- step 33: expand, undo exact, locks public.log SHARE ROW EXCLUSIVE
CREATE TRIGGER each BEFORE INSERT ON public.log FOR EACH ROW EXECUTE FUNCTION public.fired();

COMMIT;
