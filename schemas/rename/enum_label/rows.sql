INSERT INTO public.parcel VALUES (1, 'new'), (2, 'payed'), (3, 'in transit');
