CREATE TABLE price (sku text NOT NULL, cents numeric NOT NULL, CHECK (cents >= 0), EXCLUDE USING btree (sku WITH =));
CREATE INDEX price_cents ON price (cents) WHERE cents > 100;
CREATE INDEX price_sku ON price (lower(sku) text_pattern_ops) INCLUDE (cents);
CREATE STATISTICS price_stats ON sku, cents FROM price;
