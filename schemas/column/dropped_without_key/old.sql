CREATE TABLE public.note (a integer, j json, gone text, must integer NOT NULL, "also Gone" numeric(6,2) DEFAULT 1.5 NOT NULL);
