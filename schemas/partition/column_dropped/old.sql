CREATE TABLE public.event (id integer NOT NULL, day date NOT NULL, size integer, note text, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE public.event_1 PARTITION OF public.event FOR VALUES FROM ('2026-01-01') TO ('2026-07-01');
CREATE TABLE public.event_2 PARTITION OF public.event FOR VALUES FROM ('2026-07-01') TO ('2027-01-01') PARTITION BY RANGE (id);
CREATE TABLE public.event_3 PARTITION OF public.event_2 DEFAULT;

-- No key tells its rows.
CREATE TABLE public.line (item text, amount integer) PARTITION BY LIST (item);
CREATE TABLE public.line_1 PARTITION OF public.line FOR VALUES IN ('one');
CREATE TABLE public.line_2 PARTITION OF public.line DEFAULT;

-- It goes as a whole.
CREATE TABLE public.old (id integer, note text) PARTITION BY RANGE (id);
CREATE TABLE public.old_1 PARTITION OF public.old FOR VALUES FROM (0) TO (100);
