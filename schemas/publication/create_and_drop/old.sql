CREATE TABLE line (id integer PRIMARY KEY, state text, secret text);
CREATE PUBLICATION old_lines FOR TABLE line WITH (publish = 'insert');
COMMENT ON PUBLICATION old_lines IS 'goes';
