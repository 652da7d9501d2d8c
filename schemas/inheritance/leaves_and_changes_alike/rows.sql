INSERT INTO public.stays VALUES (1, 'a'); INSERT INTO public.leaves VALUES (2, 'b');
