create table public.t (a int, b int);
insert into public.t values (1, 2);
