INSERT INTO customer VALUES (1), (2);
INSERT INTO "order" VALUES (10, 1), (11, 2);
INSERT INTO line VALUES (10, 1), (10, 2), (11, 1);
