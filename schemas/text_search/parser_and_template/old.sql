CREATE TEXT SEARCH PARSER going (START = prsd_start, GETTOKEN = prsd_nexttoken, "end" = prsd_end, LEXTYPES = prsd_lextype);
CREATE TEXT SEARCH PARSER changed (START = prsd_start, GETTOKEN = prsd_nexttoken, "end" = prsd_end, LEXTYPES = prsd_lextype);
CREATE TEXT SEARCH TEMPLATE going (LEXIZE = dsimple_lexize);
CREATE TEXT SEARCH TEMPLATE changed (INIT = dsimple_init, LEXIZE = dsimple_lexize);
CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = changed);
CREATE TEXT SEARCH CONFIGURATION c (PARSER = changed);
ALTER TEXT SEARCH CONFIGURATION c ADD MAPPING FOR word WITH d;
