CREATE SCHEMA shop;
CREATE TYPE shop.mood AS ENUM ('good', 'bad');
CREATE TABLE shop.customer (id int PRIMARY KEY, mood shop.mood DEFAULT 'good');
CREATE FUNCTION shop.moody(shop.mood) RETURNS boolean LANGUAGE sql AS $$ SELECT $1 = 'bad' $$;
CREATE VIEW shop.grumpy AS SELECT id FROM shop.customer WHERE shop.moody(mood);
CREATE TABLE shop."order" (id int PRIMARY KEY, customer int REFERENCES shop.customer);
