CREATE TYPE public.state AS ENUM ('new', 'payed', 'in transit');
CREATE TABLE public.parcel (id int PRIMARY KEY, state public.state NOT NULL DEFAULT 'payed');
CREATE VIEW public.due AS SELECT id FROM public.parcel WHERE state = 'payed';
