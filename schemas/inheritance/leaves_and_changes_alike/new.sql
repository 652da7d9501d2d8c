CREATE TABLE public.base (id bigint NOT NULL, note text);
CREATE TABLE public.stays () INHERITS (public.base);
CREATE TABLE public.leaves (id bigint NOT NULL, note text);
