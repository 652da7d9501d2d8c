-- plumb: renamed from land
create table public.country (
    code text primary key, -- plumb: renamed from kode
    name text -- plumb: renamed from titel
);
insert into public.country values ('de', 'Germany'), ('fr', 'France'), ('it', 'Italy');
