create table public.t (id int primary key, place int unique, name text);
insert into public.t values (1, 20, 'a'), (2, 30, 'b'), (3, 10, 'c');
