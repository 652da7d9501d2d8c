CREATE TABLE public.account (id integer PRIMARY KEY, phone text NOT NULL, name text);
CREATE TABLE public.contact (account_id integer PRIMARY KEY REFERENCES public.account);
