CREATE TABLE person (first text, last text);
CREATE FUNCTION full_name(person) RETURNS text IMMUTABLE LANGUAGE sql AS $$ SELECT $1.first || ' ' || $1.last $$;
CREATE TABLE gone (id int);
CREATE FUNCTION of_gone(gone) RETURNS int IMMUTABLE LANGUAGE sql AS $$ SELECT $1.id $$;
ALTER TABLE gone ADD CHECK (of_gone(gone) > 0);
