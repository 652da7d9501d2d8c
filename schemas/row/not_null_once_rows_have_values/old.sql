create table public.t (id int primary key, name text);
insert into public.t values (1, null), (2, 'b');
