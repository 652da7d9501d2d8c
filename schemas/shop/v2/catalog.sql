-- What the shop sells.
CREATE SCHEMA catalog;
COMMENT ON SCHEMA catalog IS 'What the shop sells';

CREATE DOMAIN catalog.cents AS integer CHECK (value >= 0);

CREATE TABLE catalog.category (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    parent_id integer REFERENCES catalog.category,
    name text NOT NULL UNIQUE
);

CREATE TABLE catalog.product (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    category_id integer NOT NULL REFERENCES catalog.category,
    sku varchar(20) NOT NULL UNIQUE,
    name text NOT NULL,
    price catalog.cents NOT NULL,
    tags text[] DEFAULT '{}' NOT NULL,
    discontinued_on date
);
CREATE INDEX product_by_category ON catalog.product (category_id, name);
CREATE INDEX product_by_tag ON catalog.product USING gin (tags);
CREATE INDEX product_for_sale ON catalog.product (price) INCLUDE (name) WHERE discontinued_on IS NULL;
COMMENT ON COLUMN catalog.product.price IS 'Net, in cents';

CREATE VIEW catalog.for_sale AS
    SELECT p.id, p.sku, p.name, p.price, c.name AS category
    FROM catalog.product p JOIN catalog.category c ON c.id = p.category_id
    WHERE p.discontinued_on IS NULL;
