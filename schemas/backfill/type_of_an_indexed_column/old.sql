CREATE TABLE public.event (id integer PRIMARY KEY, visits integer);
CREATE INDEX event_visits ON public.event (visits);
