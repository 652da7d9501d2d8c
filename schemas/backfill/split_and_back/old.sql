CREATE TABLE public.person (id integer PRIMARY KEY, full_name varchar(40) NOT NULL, phone text, born timestamptz DEFAULT now());
CREATE TABLE public.contact (person_id integer PRIMARY KEY REFERENCES public.person);
