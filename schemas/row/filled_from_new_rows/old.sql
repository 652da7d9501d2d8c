create table public.kind (id int primary key, name text);
create table public.thing (id int primary key, note text);
insert into public.thing values (1, 'a'), (2, 'b');
