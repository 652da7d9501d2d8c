CREATE SCHEMA fresh;
-- plumb: renamed from old.customer
CREATE TABLE fresh.client (id serial PRIMARY KEY, name text);
CREATE INDEX ON fresh.client (name);
-- plumb: renamed from old.visit
CREATE TABLE fresh.visit (id bigint GENERATED ALWAYS AS IDENTITY, customer int REFERENCES fresh.client);
-- plumb: renamed from old.pair
CREATE TYPE fresh.pair AS (a int, b int);
-- plumb: renamed from old.named
CREATE VIEW fresh.named AS SELECT id FROM fresh.client WHERE name IS NOT NULL;
-- plumb: renamed from old.one
CREATE FUNCTION fresh.one() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE SCHEMA other;
-- plumb: renamed from another.x
CREATE TABLE other.x (id int, c text);
CREATE TABLE other.y (id int);
CREATE SCHEMA another;
-- plumb: renamed from other.x
CREATE TABLE another.x (id int, a int, b int);
