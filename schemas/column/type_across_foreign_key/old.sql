CREATE TABLE customer (id int PRIMARY KEY);
CREATE TABLE "order" (id int PRIMARY KEY, customer_id int NOT NULL REFERENCES customer);
CREATE TABLE line (order_id int REFERENCES "order" ON DELETE CASCADE, nr int, PRIMARY KEY (order_id, nr));
