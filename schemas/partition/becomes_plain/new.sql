CREATE TABLE reading (id integer NOT NULL, taken date NOT NULL, value numeric);
CREATE TABLE reading_kept (id integer NOT NULL, taken date NOT NULL, value numeric);
