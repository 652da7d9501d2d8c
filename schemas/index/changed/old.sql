CREATE TABLE t (a int, b text, c jsonb);
CREATE INDEX by_a ON t (a);
CREATE INDEX by_b ON t (b) WHERE a > 0;
CREATE INDEX by_c ON t USING gin (c);
COMMENT ON INDEX by_a IS 'Kept';
