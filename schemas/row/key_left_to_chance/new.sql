create table public.t (id serial primary key, name text unique);
insert into public.t (name) values ('a');
