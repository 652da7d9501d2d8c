create table parent (a varchar(40), b varchar(40), c varchar(40), d text);
alter table parent alter a set storage external, alter b set storage external, alter b set statistics 7, alter c set (n_distinct = 5);
create table child () inherits (parent);
alter table child alter b set storage main;
create type mood as enum ('happy', 'glad');
create table t (m mood);
