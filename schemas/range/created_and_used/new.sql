CREATE TYPE price_range AS RANGE (subtype = numeric, multirange_type_name = price_ranges);
CREATE TABLE offer (id int PRIMARY KEY, price price_range, prices price_ranges);
CREATE INDEX offer_price ON offer USING gist (price);
