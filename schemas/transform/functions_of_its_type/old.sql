CREATE FUNCTION replaced() RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION changed(integer) RETURNS text LANGUAGE sql AS 'SELECT $1::text';
CREATE FUNCTION changed_with_it(integer) RETURNS text LANGUAGE sql AS 'SELECT $1::text';
CREATE FUNCTION unchanged(OUT integer, OUT text) LANGUAGE sql AS $$SELECT 1, ''$$;
CREATE FUNCTION made_on_the_way_back(integer) RETURNS text LANGUAGE sql AS 'SELECT $1::text';
