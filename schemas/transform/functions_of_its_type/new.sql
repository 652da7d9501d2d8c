CREATE FUNCTION replaced() RETURNS SETOF integer LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION changed(integer) RETURNS text LANGUAGE sql AS 'SELECT ($1 + 1)::text';
CREATE TRANSFORM FOR integer LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal), TO SQL WITH FUNCTION int4recv(internal));
CREATE FUNCTION changed_with_it(integer) RETURNS text LANGUAGE sql AS 'SELECT ($1 + 1)::text';
CREATE FUNCTION unchanged(OUT integer, OUT text) LANGUAGE sql AS $$SELECT 1, ''$$;
CREATE FUNCTION made_after(integer) RETURNS text LANGUAGE sql AS 'SELECT $1::text';
