CREATE TABLE public.base (id int NOT NULL, note varchar(10));
CREATE TABLE public.stays () INHERITS (public.base);
CREATE TABLE public.leaves (id int NOT NULL, note varchar(10)) INHERITS (public.base);
