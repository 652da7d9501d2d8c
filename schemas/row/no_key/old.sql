create table public.t (a int, b int);
