CREATE SCHEMA shop;
CREATE TABLE shop.customer (id int PRIMARY KEY, name text NOT NULL);
-- plumb: renamed from "order"
CREATE TABLE shop.purchase (
    id serial PRIMARY KEY,
    number bigint GENERATED ALWAYS AS IDENTITY,
    customer int NOT NULL REFERENCES shop.customer,
    note text,
    placed timestamptz DEFAULT now(),
    UNIQUE (customer, number),
    CHECK (number > 0)
);
CREATE INDEX ON shop.purchase (placed);
CREATE INDEX order_by_note ON shop.purchase (note);
CREATE TABLE shop.line ("order" int REFERENCES shop.purchase, amount int);
CREATE VIEW shop.recent AS SELECT id, note FROM shop.purchase WHERE placed > now() - interval '1 day';
COMMENT ON TABLE shop.purchase IS 'What customers want';
