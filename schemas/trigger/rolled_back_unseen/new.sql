CREATE FUNCTION public.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN new.touched := new.touched + 1; RETURN new; END';
CREATE FUNCTION public.shout() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN new.note := upper(new.note); RETURN new; END';
CREATE FUNCTION public.log() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.log VALUES (tg_table_name); RETURN null; END';
CREATE TABLE public.log (of text);

CREATE TABLE public.doc (
    id integer PRIMARY KEY, price numeric(10, 1), note text, touched integer NOT NULL DEFAULT 0
);
CREATE TRIGGER touch BEFORE UPDATE ON public.doc FOR EACH ROW EXECUTE FUNCTION public.touch();
CREATE TRIGGER shout BEFORE UPDATE OF price ON public.doc FOR EACH ROW EXECUTE FUNCTION public.shout();
CREATE TRIGGER always AFTER UPDATE ON public.doc FOR EACH STATEMENT EXECUTE FUNCTION public.log();
ALTER TABLE public.doc ENABLE ALWAYS TRIGGER always;
CREATE TRIGGER never BEFORE UPDATE ON public.doc FOR EACH ROW EXECUTE FUNCTION public.shout();
ALTER TABLE public.doc DISABLE TRIGGER never;

-- No key tells its rows.
CREATE TABLE public.line (item text, note text);
CREATE TRIGGER shout BEFORE UPDATE ON public.line FOR EACH ROW EXECUTE FUNCTION public.shout();

CREATE TABLE public.event (id integer NOT NULL, day date NOT NULL, note text, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE public.event_1 PARTITION OF public.event FOR VALUES FROM ('2026-01-01') TO ('2026-07-01');
CREATE TABLE public.event_2 PARTITION OF public.event FOR VALUES FROM ('2026-07-01') TO ('2027-01-01');
CREATE TRIGGER log AFTER UPDATE ON public.event FOR EACH ROW EXECUTE FUNCTION public.log();
ALTER TABLE public.event_1 DISABLE TRIGGER log;
CREATE TRIGGER shout BEFORE UPDATE ON public.event_2 FOR EACH ROW EXECUTE FUNCTION public.shout();
