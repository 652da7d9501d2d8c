create table public.region (id int primary key, name text);
create table public.city (id int primary key, region int not null references public.region);
-- plumb: rows exact
insert into public.region values (1, 'North'), (3, 'East');
-- plumb: rows exact
insert into public.city values (1, 1), (2, 3), (4, 3);
