CREATE TABLE node (id int, parent int, at tstzrange);
CREATE VIEW tree AS WITH RECURSIVE t AS (SELECT id, parent FROM node WHERE parent IS NULL UNION ALL SELECT n.id, n.parent FROM node n JOIN t ON n.parent = t.id) SEARCH BREADTH FIRST BY id SET seq SELECT id, parent, seq::text AS seq FROM t;
CREATE VIEW joined AS SELECT j.id FROM node JOIN node other USING (id) AS j;
