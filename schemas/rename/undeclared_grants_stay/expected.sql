CREATE TABLE public.t2 (id int, remark text);
GRANT SELECT ON public.t2 TO shop_app;
GRANT UPDATE (remark) ON public.t2 TO shop_reader;
ALTER TABLE public.t2 OWNER TO shop_owner;
CREATE SCHEMA s2;
GRANT USAGE ON SCHEMA s2 TO shop_app;
CREATE FUNCTION s2.g() RETURNS int LANGUAGE sql AS 'SELECT 1';
GRANT EXECUTE ON FUNCTION s2.g() TO shop_app;
