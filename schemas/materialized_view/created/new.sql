CREATE TABLE sale (amount int);
CREATE MATERIALIZED VIEW total AS SELECT sum(amount) AS amount FROM sale;
CREATE MATERIALIZED VIEW later AS SELECT count(*) AS sales FROM sale WITH NO DATA;
