CREATE TABLE other (a int);
CREATE TABLE sale (amount int);
-- plumb: depends on sale.amount
CREATE FUNCTION total() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE n bigint; BEGIN EXECUTE 'SELECT sum(am' || 'ount) FROM sa' || 'le' INTO n; RETURN n; END $$;
-- plumb: depends on public.total()
CREATE VIEW needs_total AS SELECT 1 AS one;
