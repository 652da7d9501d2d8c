CREATE TABLE public.event (
    id integer PRIMARY KEY,
    visits bigint -- plumb: backfill visits
);
CREATE INDEX event_visits ON public.event (visits);
