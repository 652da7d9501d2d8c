SELECT nextval('a'), nextval('b'), nextval('b');
INSERT INTO t DEFAULT VALUES;
INSERT INTO u DEFAULT VALUES;
