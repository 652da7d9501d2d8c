CREATE TYPE public.status AS ENUM ('active', 'inactive');
CREATE TABLE public.worker (id int PRIMARY KEY, status public.status NOT NULL DEFAULT 'active');
INSERT INTO public.worker VALUES (1, 'active'), (2, 'inactive');
