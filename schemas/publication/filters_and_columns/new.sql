CREATE TABLE line (id integer PRIMARY KEY, state varchar(10), amount bigint, secret text);
CREATE TABLE same (id integer PRIMARY KEY, state varchar(10));
CREATE PUBLICATION p FOR TABLE line (id, amount) WHERE (amount > 10), same WHERE (state = 'a' OR state = 'b') WITH (publish = 'insert');
