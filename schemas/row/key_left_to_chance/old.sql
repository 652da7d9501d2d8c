create table public.t (id serial primary key, name text);
