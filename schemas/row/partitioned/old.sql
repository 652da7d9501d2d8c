create table public.m (id int, year int, what text, primary key (id, year)) partition by list (year);
create table public.m1 partition of public.m for values in (1);
insert into public.m values (1, 1, 'a'), (5, 1, 'kept');
