CREATE TYPE paid AS RANGE (SUBTYPE = money, MULTIRANGE_TYPE_NAME = cashmultirange);
