CREATE TABLE public.t (id integer GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.t_id_seq1) PRIMARY KEY, x text);
CREATE SEQUENCE public.numbers AS integer;
CREATE TABLE public.u (
    id integer DEFAULT nextval('public.numbers') PRIMARY KEY, x text,
    y text NOT NULL             -- plumb: backfill x
);
ALTER SEQUENCE public.numbers OWNED BY public.u.id;
