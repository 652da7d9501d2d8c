CREATE TABLE doc (id bigint, body jsonb, name text GENERATED ALWAYS AS (JSON_VALUE(body, '$.name')) STORED);
CREATE VIEW item AS SELECT id, i.* FROM doc, JSON_TABLE(body, '$.items[*]' COLUMNS (n FOR ORDINALITY, name text PATH '$.name', price int PATH '$.price' DEFAULT 0 ON EMPTY)) i;
CREATE INDEX doc_has ON doc ((JSON_EXISTS(body, '$.items')));
CREATE FUNCTION put(bigint, jsonb) RETURNS SETOF bigint LANGUAGE sql BEGIN ATOMIC
    MERGE INTO doc USING (VALUES ($1, $2)) v (id, body) ON doc.id = v.id
        WHEN MATCHED THEN UPDATE SET body = v.body WHEN NOT MATCHED BY TARGET THEN INSERT (id, body) VALUES (v.id, v.body)
        RETURNING doc.id;
END;
