CREATE TABLE public.reading (at timestamptz, value float8);
