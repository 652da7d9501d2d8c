CREATE TABLE public.event (
    id integer PRIMARY KEY,
    counter serial,
    visits integer NOT NULL DEFAULT 1,
    "Odd ""one""" smallint,
    note text
);
COMMENT ON COLUMN public.event.visits IS 'How often';
CREATE VIEW public.visits AS SELECT id, visits + counter AS visits FROM public.event;
CREATE FUNCTION public.no_less() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.visits := greatest(NEW.visits, 0); RETURN NEW; END $$;
CREATE TRIGGER no_less BEFORE INSERT ON public.event FOR EACH ROW EXECUTE FUNCTION public.no_less();
