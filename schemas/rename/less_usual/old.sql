CREATE SCHEMA s;
CREATE TYPE public.price_range AS RANGE (subtype = numeric);
CREATE TYPE public.span AS RANGE (subtype = int, multirange_type_name = spans);
CREATE TABLE public.offer (id int PRIMARY KEY, prices price_multirange, span span, spans spans);
CREATE TEXT SEARCH DICTIONARY public.dict (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION public.conf (PARSER = default);
ALTER TEXT SEARCH CONFIGURATION public.conf ADD MAPPING FOR asciiword WITH public.dict;
CREATE TABLE public.doc (words tsvector GENERATED ALWAYS AS (to_tsvector('public.conf', 'x')) STORED);
CREATE CONVERSION public.conv FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
