CREATE TABLE sale (id int PRIMARY KEY, amount integer NOT NULL, sold_on date NOT NULL);
CREATE VIEW daily AS SELECT sold_on, sum(amount) AS total FROM sale GROUP BY sold_on;
CREATE VIEW big_day AS SELECT sold_on, total FROM daily WHERE total > 1000;
CREATE MATERIALIZED VIEW monthly AS SELECT date_trunc('month', sold_on) AS month, sum(total) AS total FROM daily GROUP BY 1;
CREATE UNIQUE INDEX monthly_month ON monthly (month);
COMMENT ON VIEW daily IS 'Per day';
COMMENT ON COLUMN daily.total IS 'In cents';
GRANT SELECT ON daily, big_day TO shop_reader;
GRANT SELECT (total) ON monthly TO shop_app;
