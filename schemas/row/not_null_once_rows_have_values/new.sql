create table public.t (id int primary key, name text not null, unique (name));
insert into public.t values (1, 'a'), (2, 'b');
