-- Plan: 1 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE TABLE public."order" (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    customer_id bigint NOT NULL,
    number text NOT NULL,
    placed_at timestamp with time zone DEFAULT now() NOT NULL,
    net numeric(12,2) NOT NULL,
    gross numeric(12,2) GENERATED ALWAYS AS ((net * 1.19)) STORED,
    CONSTRAINT net_is_not_negative CHECK ((net >= (0)::numeric)),
    CONSTRAINT order_pkey PRIMARY KEY (id),
    CONSTRAINT order_number_key UNIQUE (number),
    CONSTRAINT order_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id) ON DELETE CASCADE
)
WITH (fillfactor = '80');

-- step 2: expand, undo exact
CREATE INDEX order_by_customer ON public."order" USING btree (customer_id, placed_at DESC);

-- step 3: expand, undo exact
COMMENT ON COLUMN public."order".net IS 'Before taxes';

-- step 4: expand, undo exact
COMMENT ON TABLE public."order" IS 'What a customer bought';

COMMIT;
