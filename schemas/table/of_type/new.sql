CREATE TYPE item AS (id bigint, price numeric);
CREATE TABLE items OF item (PRIMARY KEY (id), price WITH OPTIONS NOT NULL DEFAULT 0);
CREATE TABLE leaves (id integer, name text);
CREATE TABLE comes OF item;
CREATE TYPE other AS (a integer);
CREATE TABLE made OF other (a WITH OPTIONS NOT NULL CHECK (a > 0));
