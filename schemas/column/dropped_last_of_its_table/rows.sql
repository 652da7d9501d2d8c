INSERT INTO public.note VALUES ('lost');
