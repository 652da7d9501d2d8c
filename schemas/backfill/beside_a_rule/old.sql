CREATE TABLE public.seen (id integer);
CREATE TABLE public.item (id integer PRIMARY KEY, label text);
CREATE RULE notes AS ON UPDATE TO public.item DO ALSO INSERT INTO public.seen SELECT new.id WHERE new.id < 0;
