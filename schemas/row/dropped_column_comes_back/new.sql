create table public.t (id int primary key, name text);
insert into public.t values (1, 'x'), (2, 'z'), (3, 'three');
