CREATE TABLE public.visit (
    id integer PRIMARY KEY,
    pages integer CONSTRAINT "counted it" NOT NULL,
    seconds integer NOT NULL NO INHERIT,
    clicks integer NOT NULL
);
