CREATE TABLE t (id uuid DEFAULT uuidv4() PRIMARY KEY, n int);
CREATE FUNCTION change() RETURNS TABLE (before int, after int) LANGUAGE sql BEGIN ATOMIC UPDATE t SET n = n + 1 RETURNING old.n, new.n; END;
