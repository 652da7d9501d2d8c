-- What the owners look at.
CREATE SCHEMA reports;

CREATE MATERIALIZED VIEW reports.monthly AS
    SELECT date_trunc('month', o.ordered_at) AS month, p.category_id, sum(l.total) AS revenue, count(DISTINCT o.id) AS orders
    FROM sales.order o JOIN sales.line l ON l.order_id = o.id JOIN catalog.product p ON p.id = l.product_id
    WHERE o.state <> 'cart'
    GROUP BY 1, 2;
CREATE UNIQUE INDEX monthly_key ON reports.monthly (month, category_id);

CREATE VIEW reports.best_sellers AS
    SELECT p.sku, p.name, sum(l.quantity) AS sold
    FROM sales.line l JOIN catalog.for_sale p ON p.id = l.product_id
    GROUP BY p.sku, p.name
    ORDER BY sold DESC
    LIMIT 10;
COMMENT ON VIEW reports.best_sellers IS 'For the home page';
