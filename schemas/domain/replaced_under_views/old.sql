CREATE DOMAIN cents AS int CHECK (value >= 0);
CREATE TABLE product (id int PRIMARY KEY, price cents NOT NULL);
CREATE TABLE line (product_id int REFERENCES product, quantity int, price cents, total int GENERATED ALWAYS AS (quantity * price) STORED);
CREATE INDEX product_price ON product (price) INCLUDE (id);
CREATE VIEW cheap AS SELECT id, price FROM product WHERE price < 100;
CREATE MATERIALIZED VIEW sold AS SELECT product_id, sum(total) AS total FROM line GROUP BY 1;
