create table public.region (id int primary key, name text);
create table public.node (id int primary key, parent int references public.node, region int references public.region, boss int);
create table public.person (id int primary key, node int references public.node);
alter table public.node add foreign key (boss) references public.person;
insert into public.region values (1, 'North'), (2, 'South');
insert into public.node values (3, null, 2, null), (2, 3, 2, null), (1, 2, 1, null), (4, 4, null, null);
insert into public.person values (1, 1);
insert into public.node select 5, 1, 2, 1;
