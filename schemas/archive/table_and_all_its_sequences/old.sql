CREATE TABLE public.kept (id integer PRIMARY KEY);
CREATE TYPE public.mood AS ENUM ('glad', 'sad');
CREATE DOMAIN public.price AS numeric CHECK (VALUE >= 0);
CREATE TABLE public.gone (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    old_id serial UNIQUE,
    kept_id integer REFERENCES public.kept,
    parent bigint REFERENCES public.gone,
    mood public.mood NOT NULL DEFAULT 'sad',
    moods public.mood[],
    price public.price,
    total numeric GENERATED ALWAYS AS (price * 2) STORED,
    picture bytea, data jsonb, at timestamptz, "Odd ""name""" text
);
CREATE TABLE public.no_columns ();
CREATE SEQUENCE public.counter START 7;
