CREATE TABLE public.visit (
    page text,
    at timestamptz,
    label varchar(20) NOT NULL, -- plumb: backfill coalesce(page, 'none') || (random() * 9)::integer
    -- plumb: backfill at::date
    day date
);
CREATE TABLE public.single (
    -- plumb: backfill 'word'
    word text NOT NULL
);
