CREATE TYPE price_range AS RANGE (subtype = numeric);
CREATE TABLE offer (id int PRIMARY KEY, price price_range);
CREATE INDEX offer_price ON offer USING gist (price);
