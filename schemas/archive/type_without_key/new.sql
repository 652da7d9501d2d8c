CREATE TYPE public.source AS ENUM ('asked', 'seen');
CREATE TYPE public.mood AS ENUM ('happy', 'sad');
CREATE TABLE public.reading (place text, taken timestamptz, value integer, note text);
CREATE TABLE public.only (value integer);
CREATE TABLE public.answer (
    code text NOT NULL, -- plumb: using 'item-' || code || '-' || (random() * 1000)::integer
    said text,
    source public.source
);
CREATE VIEW public.code AS SELECT code FROM public.answer;
CREATE TABLE public.felt (
    who text,
    -- plumb: using CASE mood WHEN 'good' THEN 'happy' WHEN 'bad' THEN 'sad' END::public.mood
    mood public.mood
);
CREATE TABLE public.measure (region text, value integer) PARTITION BY LIST (region);
CREATE TABLE public.measure_east PARTITION OF public.measure FOR VALUES IN ('east');
CREATE TABLE public.measure_rest PARTITION OF public.measure DEFAULT;
CREATE TABLE public.pair (b integer, a integer, c text);
