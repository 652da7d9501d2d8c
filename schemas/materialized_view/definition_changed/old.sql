CREATE TABLE sale (day date, amount int);
CREATE MATERIALIZED VIEW total AS SELECT day, sum(amount) AS amount FROM sale GROUP BY day;
CREATE UNIQUE INDEX total_day ON total (day);
CREATE INDEX total_amount ON total (amount DESC);
COMMENT ON MATERIALIZED VIEW total IS 'Per day';
GRANT SELECT ON total TO shop_reader;
