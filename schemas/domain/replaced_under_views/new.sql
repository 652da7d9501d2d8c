CREATE TABLE product (id int PRIMARY KEY, price bigint NOT NULL CHECK (price >= 0));
CREATE TABLE line (product_id int REFERENCES product, quantity int, price bigint, total bigint GENERATED ALWAYS AS (quantity * price) STORED);
CREATE INDEX product_price ON product (price) INCLUDE (id);
CREATE VIEW cheap AS SELECT id, price FROM product WHERE price < 100;
CREATE MATERIALIZED VIEW sold AS SELECT product_id, sum(total) AS total FROM line GROUP BY 1;
