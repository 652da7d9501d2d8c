create table public.log (at serial primary key, what text);
create function public.note() returns trigger language plpgsql as $$begin insert into public.log (what) values (tg_op); return new; end$$;
create table public.t (id int primary key, name text);
insert into public.t values (1, 'b'), (2, 'c');
create trigger noted after insert or update on public.t for each row execute function public.note();
