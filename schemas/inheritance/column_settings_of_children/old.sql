create table p (a int, b text, c text compression pglz, d text, n text);
create table c1 () inherits (p);
create table c2 () inherits (c1);
alter table only p alter b set storage external;
alter table only p alter n set storage external;
alter table only p alter n set statistics 5;
create table k (x int, b text, e text);
alter table k alter b set storage main, alter b set statistics 4, alter b set (n_distinct = 2);
create table k1 () inherits (k);
