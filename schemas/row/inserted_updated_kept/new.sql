create table public.country (code text primary key, name text not null, rank int, seen timestamptz default now());
insert into public.country (code, name, rank) values ('de', 'Germany', 1), ('fr', 'France', null), ('it', E'It''s \\ "Italy"', 3);
