create table public.kind (id int primary key, name text);
create table public.thing (id int primary key, kind int references public.kind on delete cascade);
-- plumb: rows key (id) exact
insert into public.kind values (1, 'a');
