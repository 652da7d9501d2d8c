-- Plan: 0 to add, 3 to change, 0 to drop, 13 to rebuild.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact, locks public.game ACCESS EXCLUSIVE, changes_access
DROP POLICY seen ON public.game;

-- step 2: expand, undo exact, locks public.game ACCESS EXCLUSIVE
DROP TRIGGER high ON public.game;

-- step 3: expand, undo exact, locks public.kept ACCESS EXCLUSIVE
DROP MATERIALIZED VIEW public.kept;

-- step 4: expand, undo exact, locks public.shown ACCESS EXCLUSIVE
DROP VIEW public.shown;

-- step 5: expand, undo exact, locks public.split_1 ACCESS EXCLUSIVE
ALTER TABLE public.split DETACH PARTITION public.split_1;

-- step 6: expand, undo exact, locks public.game ACCESS EXCLUSIVE
DROP INDEX public.game_score;

-- step 7: expand, undo exact, locks public.game ACCESS EXCLUSIVE
ALTER TABLE public.game DROP CONSTRAINT apart;

-- step 8: expand, undo exact, locks public.game ACCESS EXCLUSIVE
ALTER TABLE public.game DROP CONSTRAINT game_points_check;

-- step 9: expand, undo exact, locks public.game ACCESS EXCLUSIVE
ALTER TABLE ONLY public.game ALTER COLUMN points DROP DEFAULT;

-- step 10: expand, undo exact, locks public.game ACCESS EXCLUSIVE
ALTER TABLE public.game DROP COLUMN total;

-- step 11: migrate, undo exact, locks public.split ACCESS EXCLUSIVE
DROP TABLE public.split;

-- step 12: expand, undo exact
DROP FUNCTION public.twice(integer);

-- step 13: expand, undo exact
ALTER DOMAIN public.scored DROP CONSTRAINT scored_check;

-- step 14: expand, undo exact
ALTER DOMAIN public.scored DROP DEFAULT;

-- step 15: expand, undo exact
DROP FUNCTION public.score(integer);

-- step 16: expand, undo exact
CREATE OR REPLACE FUNCTION public.score(integer)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT $1 * 2$function$;

-- step 17: expand, undo exact
ALTER DOMAIN public.scored SET DEFAULT public.score(1);

-- step 18: expand, undo exact, locks public.scored SHARE, scans, scans_table, blocks_writes
ALTER DOMAIN public.scored ADD CONSTRAINT scored_check CHECK ((public.score(VALUE) > 0));

-- step 19: expand, undo exact
CREATE OR REPLACE FUNCTION public.twice(n integer DEFAULT public.score(3))
 RETURNS bigint
 LANGUAGE sql
AS $function$SELECT score($1) * 2$function$;

-- step 20: expand, undo exact
CREATE TABLE public.split (
    id integer
)
PARTITION BY RANGE (public.score(id));

-- step 21: expand, undo exact, locks public.game ACCESS EXCLUSIVE, rewrites, scans, rewrites_table, blocks_writes, blocks_reads
ALTER TABLE public.game ADD COLUMN total bigint GENERATED ALWAYS AS (public.score(points)) STORED;

-- step 22: expand, undo exact, locks public.game ACCESS EXCLUSIVE
ALTER TABLE ONLY public.game ALTER COLUMN points SET DEFAULT public.score(2);

-- step 23: expand, undo exact, locks public.game ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.game ADD CONSTRAINT game_points_check CHECK ((public.score(points) < 1000));

-- step 24: expand, undo exact, locks public.game ACCESS EXCLUSIVE, scans, scans_table, blocks_writes, blocks_reads
ALTER TABLE public.game ADD CONSTRAINT apart EXCLUDE USING btree (public.score(id) WITH =) WHERE ((public.score(points) > 5));

-- step 25: expand, undo exact, locks public.game SHARE, scans, scans_table, blocks_writes
CREATE INDEX game_score ON public.game USING btree (public.score(points)) WHERE (public.score(id) > 0);

-- step 26: expand, undo exact, locks public.split_1 SHARE UPDATE EXCLUSIVE, scans, scans_table
ALTER TABLE public.split ATTACH PARTITION public.split_1 FOR VALUES FROM ('0') TO ('100');

-- step 27: expand, undo exact
CREATE VIEW public.shown AS
 SELECT game.id,
    public.score(game.points) AS score
   FROM public.game;

-- step 28: expand, undo exact
CREATE MATERIALIZED VIEW public.kept AS
 SELECT shown.id,
    shown.score
   FROM public.shown;

-- step 29: expand, undo exact
CREATE INDEX kept_score ON public.kept USING btree (score);

-- step 30: expand, undo exact
CREATE RULE counted AS
    ON DELETE TO public.shown DO INSTEAD  DELETE FROM public.game
  WHERE (public.score(game.id) = public.score(old.id));

-- step 31: expand, undo exact, locks public.game SHARE ROW EXCLUSIVE
CREATE TRIGGER high BEFORE INSERT ON public.game FOR EACH ROW WHEN ((public.score(new.points) > 10)) EXECUTE FUNCTION public.fired();

-- step 32: expand, undo exact, locks public.game ACCESS EXCLUSIVE, changes_access
CREATE POLICY seen ON public.game TO PUBLIC USING ((public.score(points) > 0)) WITH CHECK ((public.score(id) > 0));

COMMIT;
