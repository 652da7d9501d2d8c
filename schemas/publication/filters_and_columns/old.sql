CREATE TABLE line (id integer PRIMARY KEY, state varchar(10), amount integer, secret text);
CREATE TABLE same (id integer PRIMARY KEY, state varchar(10));
CREATE PUBLICATION p FOR TABLE line (id, state) WHERE (id > 10), same WHERE (state = 'a' OR state = 'b') WITH (publish = 'insert');
