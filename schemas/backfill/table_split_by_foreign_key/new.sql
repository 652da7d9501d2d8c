-- plumb: backfill (customer_id, street, city) SELECT id, street, city FROM public.customer WHERE street IS NOT NULL
CREATE TABLE public.address (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id integer NOT NULL UNIQUE,
    street text NOT NULL,
    city text
);
CREATE TABLE public.customer (
    id integer PRIMARY KEY,
    name text NOT NULL,
    -- plumb: backfill (SELECT a.id FROM public.address a WHERE a.customer_id = customer.id)
    address_id bigint REFERENCES public.address
);
ALTER TABLE public.address ADD FOREIGN KEY (customer_id) REFERENCES public.customer;
