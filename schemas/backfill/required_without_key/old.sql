CREATE DOMAIN public.score AS integer CHECK (VALUE < 10);
CREATE TABLE public.visit (page text, at timestamptz, label varchar(20), score public.score);
CREATE TABLE public.single (word text);
