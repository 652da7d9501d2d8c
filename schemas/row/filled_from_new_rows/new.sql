create table public.kind (id int primary key, name text);
create table public.thing (id int primary key, note text,
    -- plumb: backfill (select id from public.kind where name = 'thing')
    kind int not null references public.kind
);
insert into public.kind values (7, 'thing');
