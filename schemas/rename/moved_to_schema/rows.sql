INSERT INTO old.customer (name) VALUES ('Ada');
INSERT INTO old.visit (customer) VALUES (1);
INSERT INTO other.x VALUES (1, 2, 3);
INSERT INTO another.x VALUES (1, 'c');
