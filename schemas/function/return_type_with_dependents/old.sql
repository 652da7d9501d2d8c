CREATE TABLE item (id int PRIMARY KEY, price int NOT NULL);
CREATE FUNCTION gross(net int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT net + net / 5';
CREATE INDEX item_gross ON item (gross(price));
CREATE VIEW priced AS SELECT id, gross(price) AS gross FROM item;
ALTER TABLE item ADD CONSTRAINT not_too_dear CHECK (gross(price) < 100000);
GRANT EXECUTE ON FUNCTION gross TO shop_app;
COMMENT ON FUNCTION gross IS 'With taxes';
