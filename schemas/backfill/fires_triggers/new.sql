CREATE TABLE public.doc (
    id integer PRIMARY KEY, body text, touched integer NOT NULL DEFAULT 0,
    -- plumb: backfill length(body)
    size integer
);
CREATE FUNCTION public.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN new.touched := new.touched + 1; RETURN new; END';
CREATE TRIGGER touch BEFORE UPDATE ON public.doc FOR EACH ROW EXECUTE FUNCTION public.touch();
