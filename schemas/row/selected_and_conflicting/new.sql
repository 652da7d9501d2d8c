create table public.t (id int primary key, name text, made uuid default gen_random_uuid(), at timestamptz default clock_timestamp());
insert into public.t (id, name) select n, 'row ' || n from generate_series(1, 3) n;
insert into public.t values (2, 'two') on conflict do nothing;
insert into public.t (id, name, made) values (3, 'three', default) on conflict (id) do update set name = excluded.name;
