CREATE TABLE public.reading (id integer NOT NULL, taken date NOT NULL, value numeric);
