create table p (a int, b text, c text, d text);
create table c1 () inherits (p);
create table c2 () inherits (c1);
create table k (x int, b text, e text);
