CREATE TABLE reading (taken date NOT NULL, place text DEFAULT 'here', value numeric, id integer NOT NULL, note text) PARTITION BY RANGE (taken);
CREATE TABLE reading_rest PARTITION OF reading DEFAULT;
