create table public.kind (id int primary key, name text);
create table public.thing (id int primary key, kind int references public.kind on delete cascade);
insert into public.kind values (1, 'a'), (2, 'b');
insert into public.thing values (1, 2), (2, 2), (3, 1);
