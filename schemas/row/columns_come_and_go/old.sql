create table public.t (id int primary key, gone text, amount numeric(10,2), kept int check (kept < 10));
insert into public.t values (1, 'a', 1.50, 1), (2, 'b', 2.00, 2);
