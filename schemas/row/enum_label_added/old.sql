create type public.state as enum ('old');
create table public.flow (id int primary key, state public.state);
insert into public.flow values (1, 'old');
