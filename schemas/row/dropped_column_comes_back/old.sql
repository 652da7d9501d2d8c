create table public.t (id int primary key, gone text not null, name text);
insert into public.t values (1, 'a', 'x'), (2, 'b', 'y');
