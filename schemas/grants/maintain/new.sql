CREATE TABLE t (a int);
CREATE TABLE u (a int);
GRANT SELECT ON t TO shop_app;
GRANT MAINTAIN ON t TO shop_reader WITH GRANT OPTION;
GRANT MAINTAIN ON u TO shop_app;
GRANT ALL ON t TO "Odd ""Role""";
