create table public.t (id int primary key, name text, made uuid default gen_random_uuid(), at timestamptz default clock_timestamp());
