CREATE TABLE public.t (id int, note text);
GRANT SELECT ON public.t TO shop_app;
GRANT UPDATE (note) ON public.t TO shop_reader;
ALTER TABLE public.t OWNER TO shop_owner;
CREATE SCHEMA s;
GRANT USAGE ON SCHEMA s TO shop_app;
CREATE FUNCTION s.f() RETURNS int LANGUAGE sql AS 'SELECT 1';
GRANT EXECUTE ON FUNCTION s.f() TO shop_app;
