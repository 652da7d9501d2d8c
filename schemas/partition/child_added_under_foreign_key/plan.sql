-- Plan: 4 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE TABLE public.movement_2026 (
    id integer NOT NULL,
    product_id integer NOT NULL,
    on_day date NOT NULL,
    quantity integer,
    CONSTRAINT movement_quantity_check CHECK ((quantity <> 0)),
    CONSTRAINT movement_2026_pkey PRIMARY KEY (id, on_day)
);

-- step 2: expand, undo exact, locks public.movement SHARE, scans, scans_table, blocks_writes
CREATE INDEX movement_by_product ON ONLY public.movement USING btree (product_id, on_day);

-- step 3: expand, undo exact, locks public.movement_2025 SHARE, scans, scans_table, blocks_writes
CREATE INDEX movement_2025_product_id_on_day_idx ON public.movement_2025 USING btree (product_id, on_day);

-- step 4: expand, undo exact
CREATE INDEX movement_2026_product_id_on_day_idx ON public.movement_2026 USING btree (product_id, on_day);

-- step 5: expand, undo exact, locks public.movement SHARE UPDATE EXCLUSIVE
ALTER TABLE public.movement ATTACH PARTITION public.movement_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

-- step 6: expand, undo exact, locks public.movement_2025 SHARE UPDATE EXCLUSIVE
ALTER INDEX public.movement_by_product ATTACH PARTITION public.movement_2025_product_id_on_day_idx;

COMMIT;
