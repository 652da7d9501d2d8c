ALTER TABLE public.a RENAME TO old_a;
ALTER TABLE public.b RENAME TO a;
ALTER TABLE public.old_a RENAME TO b;
ALTER TABLE public.t RENAME low TO old_low;
ALTER TABLE public.t RENAME high TO low;
ALTER TABLE public.t RENAME old_low TO high;
ALTER TABLE public.c2 RENAME TO c3;
ALTER TABLE public.c1 RENAME TO c2;
