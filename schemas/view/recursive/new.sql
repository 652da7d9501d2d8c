CREATE TABLE part (id int PRIMARY KEY, whole int REFERENCES part, name text);
CREATE RECURSIVE VIEW tree (id, path) AS
    SELECT id, ARRAY[id] FROM part WHERE whole IS NULL
    UNION ALL
    SELECT p.id, t.path || p.id FROM part p JOIN tree t ON p.whole = t.id;
