create table public.region (id int primary key, name text);
create table public.city (id int primary key, region int not null references public.region);
insert into public.region values (1, 'North'), (2, 'South');
insert into public.city values (1, 1), (2, 2), (3, 2);
