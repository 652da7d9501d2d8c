INSERT INTO public.item (id, title, price, owner) VALUES (1, 'a', 3, 'x'), (2, 'b', 400, 'y');
