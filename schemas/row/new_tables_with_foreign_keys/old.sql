create table public.region (id int primary key, name text);
insert into public.region values (1, 'North');
