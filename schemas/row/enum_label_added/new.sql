create type public.state as enum ('old', 'new');
create table public.flow (id int primary key, state public.state);
insert into public.flow values (1, 'new'), (2, 'new');
