CREATE TYPE public.state AS ENUM (
    'new',
    'paid', -- plumb: renamed from payed
    -- plumb: renamed from 'in transit'
    'it''s sent',
    'lost'
);
CREATE TABLE public.parcel (id int PRIMARY KEY, state public.state NOT NULL DEFAULT 'paid');
CREATE VIEW public.due AS SELECT id FROM public.parcel WHERE state = 'paid';
