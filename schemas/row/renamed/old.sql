create table public.land (kode text primary key, titel text);
insert into public.land values ('de', 'Germany'), ('fr', 'Frankreich'), ('xx', 'Nowhere');
