create type public.pair as (a int, b text);
create domain public.short as text check (length(value) < 9);
create table public."Odd, ""t'" ("k'ey" public.short, "b,""" char(3), p public.pair, ps public.pair[], r int4range, i interval, f float8, n numeric, j json, primary key ("k'ey", "b,"""));
insert into public."Odd, ""t'" values ('x', 'y', row(1, 'a "b'', \ c'), array[row(1, null), null]::public.pair[], '[1,5)', '1 day 2 hours', 'NaN', 1.50, '{"a" :1}'),
    (E'q\\', 'zz', null, '{}', 'empty', '-1 mon', '-Infinity', 1e20, 'null');
