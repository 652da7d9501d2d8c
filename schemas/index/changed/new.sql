CREATE TABLE t (a int, b text, c jsonb);
CREATE INDEX by_a ON t (a DESC NULLS LAST);
CREATE UNIQUE INDEX by_b ON t (lower(b) COLLATE "C" varchar_pattern_ops) INCLUDE (a) WHERE a > 10;
CREATE INDEX by_c ON t USING gin (c jsonb_path_ops) WITH (fastupdate = off);
COMMENT ON INDEX by_a IS 'Kept';
