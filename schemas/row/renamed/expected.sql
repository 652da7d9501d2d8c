create table public.country (code text primary key, name text);
insert into public.country values ('de', 'Germany'), ('fr', 'France'), ('it', 'Italy'), ('xx', 'Nowhere');
