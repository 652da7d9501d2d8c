CREATE SCHEMA s;
-- plumb: renamed from price_range
CREATE TYPE public.cost_range AS RANGE (subtype = numeric);
-- plumb: renamed from public.span
CREATE TYPE s.span AS RANGE (subtype = int, multirange_type_name = s.many);
CREATE TABLE public.offer (id int PRIMARY KEY, prices cost_multirange, span s.span, spans s.many);
-- plumb: renamed from dict
CREATE TEXT SEARCH DICTIONARY public.dictionary (TEMPLATE = simple);
-- plumb: renamed from public.conf
CREATE TEXT SEARCH CONFIGURATION s.conf (PARSER = default);
ALTER TEXT SEARCH CONFIGURATION s.conf ADD MAPPING FOR asciiword WITH public.dictionary;
CREATE TABLE public.doc (words tsvector GENERATED ALWAYS AS (to_tsvector('s.conf', 'x')) STORED);
-- plumb: renamed from conv
CREATE CONVERSION public.latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
