CREATE SCHEMA app;
CREATE DOMAIN app.code AS varchar(3) DEFAULT 'a' CHECK (VALUE IN ('a', 'b', 'c')) CHECK (VALUE NOT LIKE '%z%');
CREATE TABLE app.t (
    id int4 DEFAULT '7',
    word varchar(20) DEFAULT 'x'::text CHECK (word IN ('x', 'y') AND word NOT IN ('z')),
    kind char(3) DEFAULT 'ab' CHECK (kind = 'ab' OR kind BETWEEN 'a' AND 'c'),
    amount decimal(10) DEFAULT 1.50 CHECK (amount > 0 AND amount <> ALL ('{1,2}')),
    ratio float(53) DEFAULT 1e3 CHECK (ratio > .5),
    seen timestamptz(3) DEFAULT current_timestamp,
    today date DEFAULT 'now'::text::date CHECK (today > '2000-01-01'),
    clock time DEFAULT localtime,
    span interval day to second(3) DEFAULT '1 day',
    bits bit varying(5) DEFAULT B'101',
    flag boolean DEFAULT 'yes' CHECK (flag IS NOT FALSE),
    tags varchar(9)[] DEFAULT ARRAY['a', 'b'] CHECK (tags <@ '{a,b,c}' AND 'a' = ANY (tags)),
    doc jsonb DEFAULT '{"a": [1, 2]}' CHECK (doc ? 'a' AND (doc ->> 'b') IS DISTINCT FROM 'x'),
    place point DEFAULT '(1,2)',
    who name DEFAULT session_user,
    text text COLLATE "C" DEFAULT E'it''s\n' || 'b',
    code app.code DEFAULT 'b',
    up text GENERATED ALWAYS AS (upper(word) || CASE kind WHEN 'ab' THEN '1' ELSE '2' END) STORED,
    CHECK (COALESCE(word, 'x') ~ '^[a-z]+$' AND (id, amount) <> (1, 2)),
    CHECK (CASE WHEN id > 1 THEN word IN ('x') ELSE true END),
    EXCLUDE USING btree (lower(word) WITH =) WHERE (word IN ('x', 'y'))
);
CREATE INDEX t_lower ON app.t (lower(word) text_pattern_ops, (doc -> 'a'), (substring(word from 2 for 3))) WHERE kind IN ('ab', 'cd') AND word LIKE 'x%';
CREATE INDEX t_cast ON app.t ((amount::text), ((doc ->> 'n')::int) DESC NULLS LAST) INCLUDE (id);
CREATE STATISTICS app.t_statistics ON id, amount FROM app.t;
ALTER TABLE app.t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON app.t USING (word IN ('x', 'y') AND who = current_user) WITH CHECK (amount IN (SELECT max(u.amount) FROM app.t u WHERE u.word IN ('x', 'y')));
CREATE FUNCTION app.f(a varchar DEFAULT 'x', b int[] DEFAULT '{1,2}', c interval DEFAULT '1 day') RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION app.g() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
CREATE TRIGGER g BEFORE UPDATE ON app.t FOR EACH ROW WHEN (new.word IN ('x', 'y') AND (old.id, old.doc) IS DISTINCT FROM (new.id, new.doc)) EXECUTE FUNCTION app.g();
CREATE VIEW app.v AS SELECT t.id, t.word IN ('x', 'y') AS known, EXTRACT(year FROM seen) AS year, seen AT TIME ZONE 'UTC' AS utc, trim(both from word) AS trimmed,
    position('a' in word) AS at, NULLIF(word, 'x') AS other, id BETWEEN 1 AND 2 AS near, $$dollar$$::text AS d
    FROM app.t LEFT JOIN (VALUES (1, 'a'), (2, 'b')) w (n, s) ON w.n = t.id WHERE word IN ('x', 'y') ORDER BY 1 LIMIT 5;
CREATE MATERIALIZED VIEW app.m AS WITH c AS (SELECT word, count(*) FILTER (WHERE kind IN ('ab', 'cd')) AS n FROM app.t GROUP BY ROLLUP (word)) SELECT * FROM c WHERE word IN ('x', 'y');
CREATE RULE r AS ON UPDATE TO app.v WHERE new.other IN ('x', 'y') DO INSTEAD NOTHING;
CREATE RULE q AS ON UPDATE TO app.v DO INSTEAD UPDATE app.t SET word = new.other WHERE t.id = old.id AND t.word IN ('x', 'y');
CREATE TABLE app.parted (id int, word varchar(9)) PARTITION BY LIST (substr(word, 1, 1));
CREATE TABLE app.parted_a PARTITION OF app.parted FOR VALUES IN ('a', 'b', NULL);
CREATE TABLE app.ranged (at timestamptz, n numeric) PARTITION BY RANGE (at, n);
CREATE TABLE app.ranged_1 PARTITION OF app.ranged FOR VALUES FROM ('2025-01-01 00:00+02', MINVALUE) TO ('2026-01-01', 1.50);
