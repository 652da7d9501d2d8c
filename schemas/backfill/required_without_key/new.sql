CREATE DOMAIN public.score AS integer CHECK (VALUE < 10);
CREATE TABLE public.visit (
    page text,
    at timestamptz,
    label varchar(20) NOT NULL, -- plumb: backfill coalesce(page, 'none') || (random() * 9)::integer
    -- plumb: backfill at::date
    day date,
    score public.score
);
CREATE TABLE public.single (
    -- plumb: backfill 'word'
    word text NOT NULL
);
