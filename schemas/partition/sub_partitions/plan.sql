-- Plan: 7 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE TABLE public.m_us (
    region text NOT NULL,
    at date NOT NULL,
    v integer,
    CONSTRAINT m_us_pkey PRIMARY KEY (region, at)
)
PARTITION BY RANGE (at);

-- step 2: expand, undo exact
CREATE TABLE public.m_us_2026 (
    region text NOT NULL,
    at date NOT NULL,
    v integer,
    CONSTRAINT m_us_2026_pkey PRIMARY KEY (region, at)
)
PARTITION BY HASH (at);

-- step 3: expand, undo exact
CREATE TABLE public.m_us_2026_0 (
    region text NOT NULL,
    at date NOT NULL,
    v integer,
    CONSTRAINT m_us_2026_0_pkey PRIMARY KEY (region, at)
);

-- step 4: expand, undo exact
CREATE TABLE public.m_us_2026_1 (
    region text NOT NULL,
    at date NOT NULL,
    v integer,
    CONSTRAINT m_us_2026_1_pkey PRIMARY KEY (region, at)
);

-- step 5: expand, undo exact, locks public.m ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE ONLY public.m ADD CONSTRAINT m_pkey PRIMARY KEY (region, at);

-- step 6: expand, undo exact, locks public.m_eu ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.m_eu ADD CONSTRAINT m_eu_pkey PRIMARY KEY (region, at);

-- step 7: expand, undo exact
ALTER TABLE public.m_us_2026 ATTACH PARTITION public.m_us_2026_0 FOR VALUES WITH (modulus 2, remainder 0);

-- step 8: expand, undo exact
ALTER TABLE public.m_us_2026 ATTACH PARTITION public.m_us_2026_1 FOR VALUES WITH (modulus 2, remainder 1);

-- step 9: expand, undo exact
ALTER TABLE public.m_us ATTACH PARTITION public.m_us_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

-- step 10: expand, undo exact, locks public.m SHARE UPDATE EXCLUSIVE
ALTER TABLE public.m ATTACH PARTITION public.m_us FOR VALUES IN ('us', 'ca');

-- step 11: expand, undo exact, locks public.m_eu SHARE UPDATE EXCLUSIVE
ALTER INDEX public.m_pkey ATTACH PARTITION public.m_eu_pkey;

COMMIT;
