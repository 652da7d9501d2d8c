CREATE FUNCTION norm(text) RETURNS varchar LANGUAGE sql IMMUTABLE AS 'SELECT lower($1)::varchar';
CREATE TABLE t (name text);
CREATE INDEX t_norm ON t (norm(name));
