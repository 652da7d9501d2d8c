INSERT INTO public.offer VALUES (1, '{[1,2]}', '[1,3)', '{[1,3)}');
