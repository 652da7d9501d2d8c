create table p (a int, b text, c text compression pglz, d text, n text compression pglz);
create table c1 () inherits (p);
create table c2 () inherits (c1);
alter table p alter b set storage external, alter c set statistics 12, alter a set (n_distinct = 5, n_distinct_inherited = 7), alter n set storage main, alter n set statistics 77;
alter table only c1 alter d set storage external, alter d set (n_distinct = 3);
alter table only c2 alter a set (n_distinct = 9);
alter table c1 alter c set compression pglz;
create table k (x int, b text, e text);
