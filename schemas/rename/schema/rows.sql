INSERT INTO shop.customer VALUES (1, 'bad'), (2, 'good');
INSERT INTO shop."order" VALUES (7, 1);
