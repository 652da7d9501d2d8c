CREATE TABLE sale (day date, amount bigint);
CREATE MATERIALIZED VIEW total AS SELECT sum(amount) AS amount FROM sale WITH NO DATA;
ALTER MATERIALIZED VIEW total SET (fillfactor = 80);
