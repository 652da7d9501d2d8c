CREATE TABLE public.t (a integer, b integer, note text NOT NULL, PRIMARY KEY (a, b));
CREATE INDEX ON public.t (note);
