CREATE TABLE public.event (id bigint NOT NULL, at date PRIMARY KEY, kind text DEFAULT 'plain') PARTITION BY RANGE (at);
CREATE INDEX event_kind ON public.event (kind);
CREATE TABLE public.event_24 PARTITION OF public.event FOR VALUES FROM ('2024-01-01') TO ('2024-07-01');
CREATE TABLE public.event_24b PARTITION OF public.event FOR VALUES FROM ('2024-07-01') TO ('2025-01-01');
CREATE TABLE public.event_25 PARTITION OF public.event FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
