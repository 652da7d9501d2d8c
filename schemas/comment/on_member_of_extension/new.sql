CREATE EXTENSION citext;
COMMENT ON EXTENSION citext IS 'ours';
COMMENT ON TYPE citext IS 'not ours';
