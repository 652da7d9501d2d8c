CREATE TABLE customer (id bigint PRIMARY KEY);
CREATE TABLE "order" (id bigint PRIMARY KEY, customer_id bigint NOT NULL REFERENCES customer);
CREATE TABLE line (order_id bigint REFERENCES "order" ON DELETE CASCADE, nr int, PRIMARY KEY (order_id, nr));
