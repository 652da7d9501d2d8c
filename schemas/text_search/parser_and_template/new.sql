CREATE TEXT SEARCH PARSER changed (START = prsd_start, GETTOKEN = prsd_nexttoken, "end" = prsd_end, LEXTYPES = prsd_lextype, HEADLINE = prsd_headline);
CREATE TEXT SEARCH PARSER coming (START = prsd_start, GETTOKEN = prsd_nexttoken, "end" = prsd_end, LEXTYPES = prsd_lextype);
COMMENT ON TEXT SEARCH PARSER coming IS 'new';
CREATE TEXT SEARCH TEMPLATE changed (LEXIZE = dsimple_lexize);
CREATE TEXT SEARCH TEMPLATE coming (LEXIZE = dsimple_lexize);
COMMENT ON TEXT SEARCH TEMPLATE coming IS 'new';
CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION c (PARSER = changed);
ALTER TEXT SEARCH CONFIGURATION c ADD MAPPING FOR word WITH d;
