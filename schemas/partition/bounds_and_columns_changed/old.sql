CREATE TABLE public.event (id int NOT NULL, at date PRIMARY KEY, gone text) PARTITION BY RANGE (at);
CREATE INDEX event_gone ON public.event (gone);
CREATE TABLE public.event_24 PARTITION OF public.event FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE public.event_25 PARTITION OF public.event FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
