CREATE TABLE public.measure_2024 (at date NOT NULL, value int);
INSERT INTO public.measure_2024 VALUES ('2024-03-01', 1), ('2024-03-02', 2);
CREATE TABLE public.other (at date NOT NULL);
CREATE TABLE public.event (at date NOT NULL, what text) PARTITION BY RANGE (at);
CREATE TABLE public.event_2023 PARTITION OF public.event FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE TABLE public.event_2024 (at date NOT NULL);
INSERT INTO public.event_2024 VALUES ('2024-05-01');
