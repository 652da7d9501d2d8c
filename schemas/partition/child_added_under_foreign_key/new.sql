CREATE TABLE product (id int PRIMARY KEY, price int);
CREATE TABLE movement (
    id int,
    product_id int NOT NULL REFERENCES product,
    on_day date,
    quantity int CHECK (quantity <> 0),
    PRIMARY KEY (id, on_day)
) PARTITION BY RANGE (on_day);
CREATE TABLE movement_2025 PARTITION OF movement FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE movement_2026 PARTITION OF movement FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE INDEX movement_by_product ON movement (product_id, on_day);
