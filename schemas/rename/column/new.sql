CREATE TABLE public.item (
    id int PRIMARY KEY,
    title text NOT NULL UNIQUE,
    -- plumb: renamed from price
    net numeric(10, 2) NOT NULL DEFAULT 0 CHECK (net >= 0),
    tax numeric(10, 2) GENERATED ALWAYS AS (net * 0.2) STORED,
    owner text
);
CREATE INDEX item_by_price ON public.item (net) WHERE net > 100;
CREATE VIEW public.dear AS SELECT id, title FROM public.item WHERE net > 1000;
CREATE VIEW public.list AS SELECT id, net AS price FROM public.item;
ALTER TABLE public.item ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON public.item USING (owner = CURRENT_USER OR net < 5);
CREATE FUNCTION public.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER touch BEFORE UPDATE OF net ON public.item FOR EACH ROW WHEN (NEW.net > 0) EXECUTE FUNCTION public.touch();
CREATE FUNCTION public.total() RETURNS numeric LANGUAGE sql BEGIN ATOMIC SELECT sum(net) FROM public.item; END;
CREATE FUNCTION public.total_of(int) RETURNS numeric LANGUAGE sql AS 'SELECT net FROM public.item WHERE id = $1';
COMMENT ON COLUMN public.item.net IS 'before tax';
