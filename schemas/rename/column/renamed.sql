ALTER TABLE public.item RENAME COLUMN price TO net;
