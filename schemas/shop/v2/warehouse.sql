-- What lies where, and how it moved.
-- plumb: intent Ready for 2027
CREATE SCHEMA warehouse;

CREATE TABLE warehouse.movement (
    id bigint GENERATED ALWAYS AS IDENTITY,
    product_id integer NOT NULL REFERENCES catalog.product,
    moved_on date NOT NULL,
    quantity integer NOT NULL CHECK (quantity <> 0),
    PRIMARY KEY (id, moved_on)
) PARTITION BY RANGE (moved_on);
CREATE TABLE warehouse.movement_2025 PARTITION OF warehouse.movement FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE warehouse.movement_2026 PARTITION OF warehouse.movement FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE warehouse.movement_2027 PARTITION OF warehouse.movement FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');

CREATE VIEW warehouse.stock AS
    SELECT product_id, sum(quantity) AS quantity FROM warehouse.movement GROUP BY product_id;
