create table parent (a text, b text, c text, d text);
alter table parent alter a set storage external, alter b set storage external, alter b set statistics 7, alter c set (n_distinct = 5);
create table child () inherits (parent);
alter table child alter b set storage main;
create type mood as enum ('sad', 'happy');
create table t (m mood);
alter table t alter m set storage plain;
