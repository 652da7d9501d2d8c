CREATE TABLE reading (id integer NOT NULL, taken date NOT NULL) PARTITION BY RANGE (taken);
CREATE TABLE reading_rest PARTITION OF reading DEFAULT;
