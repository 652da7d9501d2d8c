CREATE FUNCTION score(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1 * 2';
CREATE DOMAIN scored AS int CHECK (score(VALUE) > 0) DEFAULT score(1);
CREATE TABLE game (
    id int PRIMARY KEY,
    points int DEFAULT score(2) CHECK (score(points) < 1000),
    total bigint GENERATED ALWAYS AS (score(points)) STORED,
    kind scored,
    CONSTRAINT apart EXCLUDE USING btree ((score(id)) WITH =) WHERE (score(points) > 5)
);
CREATE INDEX game_score ON game (score(points)) WHERE score(id) > 0;
CREATE STATISTICS game_statistics (mcv) ON id, points FROM game;
CREATE FUNCTION fired() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
CREATE TRIGGER high BEFORE INSERT ON game FOR EACH ROW WHEN (score(new.points) > 10) EXECUTE FUNCTION fired();
CREATE VIEW shown AS SELECT id, score(points) AS score FROM game;
CREATE MATERIALIZED VIEW kept AS SELECT * FROM shown;
CREATE INDEX kept_score ON kept (score);
CREATE RULE counted AS ON DELETE TO shown DO INSTEAD DELETE FROM game WHERE score(id) = score(old.id);
ALTER TABLE game ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON game USING (score(points) > 0) WITH CHECK (score(id) > 0);
CREATE FUNCTION twice(n int DEFAULT score(3)) RETURNS bigint LANGUAGE sql AS 'SELECT score($1) * 2';
CREATE TABLE split (id int) PARTITION BY RANGE (score(id));
CREATE TABLE split_1 PARTITION OF split FOR VALUES FROM (0) TO (100);
