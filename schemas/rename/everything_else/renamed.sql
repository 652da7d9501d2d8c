ALTER SEQUENCE public.s RENAME TO s2;
ALTER TABLE public.parted RENAME TO split;
ALTER TABLE public.split RENAME at TO day;
ALTER TABLE public.parted_1 RENAME TO split_1;
ALTER TYPE public.c RENAME ATTRIBUTE one TO first;
