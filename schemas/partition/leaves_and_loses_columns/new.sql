CREATE TABLE public.measure_2024 (at date NOT NULL, value int);
CREATE TABLE public.other (at date NOT NULL);
CREATE TABLE public.event (at date NOT NULL, what text) PARTITION BY RANGE (at);
CREATE TABLE public.event_2023 PARTITION OF public.event FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE TABLE public.event_2024 (at date NOT NULL);
