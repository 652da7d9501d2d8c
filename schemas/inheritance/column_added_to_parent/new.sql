CREATE TABLE animal (id int PRIMARY KEY, name varchar(50) NOT NULL, weight numeric DEFAULT 1, CHECK (name <> ''), CHECK (weight > 0));
CREATE TABLE dog (barks boolean) INHERITS (animal);
CREATE TABLE puppy (age int) INHERITS (dog);
ALTER TABLE puppy ALTER weight SET DEFAULT 0.5;
