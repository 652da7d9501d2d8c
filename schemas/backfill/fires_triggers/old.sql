CREATE TABLE public.doc (id integer PRIMARY KEY, body text, touched integer NOT NULL DEFAULT 0);
CREATE FUNCTION public.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN new.touched := new.touched + 1; RETURN new; END';
CREATE TRIGGER touch BEFORE UPDATE ON public.doc FOR EACH ROW EXECUTE FUNCTION public.touch();

CREATE TABLE public.memo (id integer PRIMARY KEY, body text, touched integer NOT NULL DEFAULT 0);
CREATE TRIGGER touch BEFORE UPDATE OF body ON public.memo FOR EACH ROW EXECUTE FUNCTION public.touch();
CREATE TRIGGER touch_others BEFORE UPDATE OF id ON public.memo FOR EACH ROW EXECUTE FUNCTION public.touch();
