CREATE EXTENSION citext;
REVOKE EXECUTE ON FUNCTION split_part(citext, citext, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION split_part(citext, citext, int) TO shop_app;
