CREATE TABLE p (a int, b text, c int);
CREATE TABLE c () INHERITS (p);
CREATE TABLE g (c int) INHERITS (c);
