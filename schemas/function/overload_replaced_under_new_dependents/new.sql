CREATE TABLE public.member (id int PRIMARY KEY);
CREATE FUNCTION public.allowed(m int, at_least int DEFAULT 0) RETURNS boolean LANGUAGE sql STABLE AS $$SELECT m > at_least$$;
CREATE POLICY reads ON public.member FOR SELECT USING (public.allowed(id));
CREATE POLICY writes ON public.member FOR UPDATE USING (public.allowed(id));
CREATE VIEW public.seen AS SELECT id FROM public.member WHERE public.allowed(id);
