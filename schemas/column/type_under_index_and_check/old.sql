CREATE TABLE price (sku varchar(10) NOT NULL, cents int NOT NULL, CHECK (cents >= 0), EXCLUDE USING btree (sku WITH =));
CREATE INDEX price_cents ON price (cents) WHERE cents > 100;
CREATE INDEX price_sku ON price (lower(sku) text_pattern_ops) INCLUDE (cents);
CREATE STATISTICS price_stats ON sku, cents FROM price;
