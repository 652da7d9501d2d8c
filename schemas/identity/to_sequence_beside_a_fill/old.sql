CREATE TABLE public.t (id serial PRIMARY KEY, x text, y text NOT NULL);
CREATE TABLE public.u (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, x text);
