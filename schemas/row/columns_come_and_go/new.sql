create table public.t (id int primary key, amount text, kept int check (kept > 10), added int not null default 5, named text not null default '');
insert into public.t values (1, '1.50', 11, 6, 'x'), (2, '2.50', 12, 5, 'y'), (3, '3.50', 13, 7, 'z');
