create type public.pair as (a int, b text);
create domain public.short as text check (length(value) < 9);
create table public."Odd, ""t'" ("k'ey" public.short, "b,""" char(3), primary key ("k'ey", "b,"""));
insert into public."Odd, ""t'" values ('x', 'y');
