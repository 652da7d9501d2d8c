CREATE TYPE money_of AS (amount int, currency text);
CREATE TABLE offer (id int PRIMARY KEY, price money_of, prices money_of[]);
CREATE VIEW amounts AS SELECT (price).amount FROM offer;
