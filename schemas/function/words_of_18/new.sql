CREATE TABLE t (id uuid DEFAULT uuidv7() PRIMARY KEY, n bigint);
CREATE FUNCTION change() RETURNS TABLE (before bigint, after bigint) LANGUAGE sql BEGIN ATOMIC UPDATE t SET n = n + 1 RETURNING WITH (OLD AS o, NEW AS n) o.n, n.n; END;
CREATE VIEW v AS SELECT array_sort(ARRAY[2, 1]) AS sorted, array_reverse(ARRAY[1]) AS reversed, crc32('x'::bytea) AS crc, n::int::bytea AS bytes FROM t;
