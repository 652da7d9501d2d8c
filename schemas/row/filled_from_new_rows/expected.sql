create table public.kind (id int primary key, name text);
create table public.thing (id int primary key, note text, kind int not null references public.kind);
insert into public.kind values (7, 'thing');
insert into public.thing values (1, 'a', 7), (2, 'b', 7);
