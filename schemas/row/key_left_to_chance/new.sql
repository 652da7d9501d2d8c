create table public.t (id serial primary key, name text);
insert into public.t (name) values ('a');
