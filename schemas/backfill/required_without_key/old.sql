CREATE TABLE public.visit (page text, at timestamptz, label varchar(20));
CREATE TABLE public.single (word text);
