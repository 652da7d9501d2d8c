create table public.t (id int primary key, place int unique, name text);
insert into public.t values (1, 10, 'a'), (2, 20, 'b'), (3, 30, 'c');
