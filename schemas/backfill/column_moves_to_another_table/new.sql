CREATE TABLE public.account (id integer PRIMARY KEY, name text);
CREATE TABLE public.contact (
    account_id integer PRIMARY KEY REFERENCES public.account,
    -- plumb: backfill (SELECT a.phone FROM public.account a WHERE a.id = contact.account_id)
    phone text NOT NULL
);
