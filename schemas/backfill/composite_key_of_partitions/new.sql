CREATE TABLE public.movement (
    shop text, id integer, on_day date NOT NULL, amount integer NOT NULL,
    -- plumb: backfill amount * 19 / 100
    tax integer NOT NULL DEFAULT 0,
    PRIMARY KEY (shop, id, on_day)
) PARTITION BY RANGE (on_day);
CREATE TABLE public.movement_2025 PARTITION OF public.movement FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE public.movement_2026 PARTITION OF public.movement FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
