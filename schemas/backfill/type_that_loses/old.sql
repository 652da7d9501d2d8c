CREATE TABLE public.reading (id integer, sensor integer, taken text NOT NULL, value numeric(8, 3), PRIMARY KEY (sensor, id));
