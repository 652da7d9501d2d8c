create table public.t (id int primary key, name text, code varchar(5) not null unique);
insert into public.t values (1, 'a', 'A'), (2, 'b', 'B'), (3, 'c', 'C');
