CREATE COLLATION fast (provider = builtin, locale = 'PG_UNICODE_FAST');
CREATE TABLE t (a text COLLATE fast CHECK (casefold(a) = a), b text COLLATE pg_unicode_fast);
