CREATE TYPE price_range AS RANGE (subtype = numeric, multirange_type_name = price_ranges);
CREATE TYPE length_range AS RANGE (subtype = float8);
CREATE TABLE offer (id int PRIMARY KEY, prices price_ranges, lengths length_multirange);
