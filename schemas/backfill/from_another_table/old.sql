CREATE TABLE public.users (id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE public.user_addresses (user_id integer PRIMARY KEY REFERENCES public.users, address text NOT NULL);
CREATE TABLE public.orders (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, user_id integer NOT NULL REFERENCES public.users);
