CREATE TABLE public.item (
    id int PRIMARY KEY,
    title text NOT NULL UNIQUE,
    price numeric(10, 2) NOT NULL DEFAULT 0 CHECK (price >= 0),
    tax numeric(10, 2) GENERATED ALWAYS AS (price * 0.2) STORED,
    owner text
);
CREATE INDEX item_by_price ON public.item (price) WHERE price > 100;
CREATE VIEW public.dear AS SELECT id, title FROM public.item WHERE price > 1000;
CREATE VIEW public.list AS SELECT id, price FROM public.item;
ALTER TABLE public.item ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON public.item USING (owner = CURRENT_USER OR price < 5);
CREATE FUNCTION public.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER touch BEFORE UPDATE OF price ON public.item FOR EACH ROW WHEN (NEW.price > 0) EXECUTE FUNCTION public.touch();
CREATE FUNCTION public.total() RETURNS numeric LANGUAGE sql BEGIN ATOMIC SELECT sum(price) FROM public.item; END;
CREATE FUNCTION public.total_of(int) RETURNS numeric LANGUAGE sql AS 'SELECT price FROM public.item WHERE id = $1';
COMMENT ON COLUMN public.item.price IS 'before tax';
