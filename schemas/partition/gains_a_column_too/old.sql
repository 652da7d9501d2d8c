CREATE TABLE reading (id integer NOT NULL, taken date NOT NULL, value numeric, twice numeric GENERATED ALWAYS AS (value * 2) STORED);
