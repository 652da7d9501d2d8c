CREATE TYPE length_range AS RANGE (subtype = float8);
CREATE TYPE weight_range AS RANGE (subtype = numeric, multirange_type_name = "Weights");
CREATE TABLE offer (id int PRIMARY KEY, lengths length_multirange, weights "Weights" DEFAULT '{[1,2]}');
CREATE FUNCTION heaviest("Weights") RETURNS numeric LANGUAGE sql AS 'SELECT upper($1)';
GRANT USAGE ON TYPE weight_range TO shop_app;
