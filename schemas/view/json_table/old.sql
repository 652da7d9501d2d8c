CREATE TABLE doc (id int, body jsonb);
CREATE VIEW item AS SELECT id, i.* FROM doc, JSON_TABLE(body, '$.items[*]' COLUMNS (n FOR ORDINALITY, name text PATH '$.name')) i;
