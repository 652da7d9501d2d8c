CREATE TABLE animal (id int PRIMARY KEY, name text NOT NULL, CHECK (name <> ''));
CREATE TABLE dog (barks boolean) INHERITS (animal);
CREATE TABLE puppy (age int) INHERITS (dog);
