CREATE TABLE t (id int, at timestamptz, doc jsonb);
CREATE VIEW v AS SELECT at AT LOCAL AS here FROM t;
