create table public.a (id int primary key, b int);
create table public.b (id int primary key, a int references public.a);
insert into public.a values (1, null), (2, 1), (3, 2);
insert into public.b values (1, 2), (2, null);
alter table public.a add foreign key (b) references public.b;
