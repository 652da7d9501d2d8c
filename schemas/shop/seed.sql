-- Rows for version 1 of the shop: a few thousand, the same each time.
INSERT INTO catalog.category (name) SELECT 'Category ' || i FROM generate_series(1, 8) i;
INSERT INTO catalog.product (category_id, sku, name, price, tags)
    SELECT 1 + i % 8, 'SKU-' || i, 'Product ' || i, 100 + i * 37 % 9900, ARRAY['tag' || i % 5] FROM generate_series(1, 300) i;
INSERT INTO customers.customer (email, name, fax)
    SELECT 'customer' || i || '@example.org', 'Customer ' || i, CASE WHEN i % 10 = 0 THEN '+49 30 ' || i END FROM generate_series(1, 500) i;
INSERT INTO customers.address (customer_id, street, city) SELECT i, 'Street ' || i, 'City ' || i % 20 FROM generate_series(1, 500) i;
INSERT INTO sales.order (customer_id, state, ordered_at)
    SELECT 1 + i * 7 % 500, (enum_range(NULL::sales.state))[1 + i % 5], timestamptz '2026-01-01 UTC' + i * interval '4 hours'
    FROM generate_series(1, 1500) i;
INSERT INTO sales.line (order_id, nr, product_id, quantity, price)
    SELECT o, n, 1 + (o * 3 + n * 11) % 300, 1 + (o + n) % 4, 100 + (o * n) % 5000 FROM generate_series(1, 1500) o, generate_series(1, 3) n;
INSERT INTO warehouse.movement (product_id, moved_on, quantity)
    SELECT 1 + i % 300, date '2025-01-01' + i % 700, CASE WHEN i % 3 = 0 THEN -1 ELSE 5 END FROM generate_series(1, 3000) i;
REFRESH MATERIALIZED VIEW reports.monthly;
ANALYZE;
