-- Plan: 10 to add, 0 to change, 0 to drop.
-- Proven: both

\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
SET check_function_bodies = off;
SET row_security = off;
SET client_min_messages = warning;

BEGIN;

-- step 1: expand, undo exact
CREATE DOMAIN app.code AS character varying(3)
    DEFAULT 'a'::character varying
    CONSTRAINT code_check CHECK (((VALUE)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying, 'c'::character varying])::text[])))
    CONSTRAINT code_check1 CHECK (((VALUE)::text !~~ '%z%'::text));

-- step 2: expand, undo exact
CREATE OR REPLACE FUNCTION app.f(a character varying DEFAULT 'x'::character varying, b integer[] DEFAULT '{1,2}'::integer[], c interval DEFAULT '1 day'::interval)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- step 3: expand, undo exact
CREATE OR REPLACE FUNCTION app.g()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RETURN new; END $function$;

-- step 4: expand, undo exact
CREATE TABLE app.t (
    id integer DEFAULT 7,
    word character varying(20) DEFAULT 'x'::text,
    kind character(3) DEFAULT 'ab'::bpchar,
    amount numeric(10,0) DEFAULT 1.50,
    ratio double precision DEFAULT '1000'::numeric,
    seen timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP,
    today date DEFAULT ('now'::text)::date,
    clock time without time zone DEFAULT LOCALTIME,
    span interval day to second(3) DEFAULT '1 day'::interval day to second(3),
    bits bit varying(5) DEFAULT '101'::"bit",
    flag boolean DEFAULT true,
    tags character varying(9)[] DEFAULT ARRAY['a'::text, 'b'::text],
    doc jsonb DEFAULT '{"a": [1, 2]}'::jsonb,
    place point DEFAULT '(1,2)'::point,
    who name DEFAULT SESSION_USER,
    text text COLLATE "C" DEFAULT ('it''s
'::text || 'b'::text),
    code app.code DEFAULT 'b'::character varying,
    up text GENERATED ALWAYS AS ((upper((word)::text) ||
CASE kind
    WHEN 'ab'::bpchar THEN '1'::text
    ELSE '2'::text
END)) STORED,
    CONSTRAINT t_word_check CHECK ((((word)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying])::text[])) AND ((word)::text <> 'z'::text))),
    CONSTRAINT t_kind_check CHECK (((kind = 'ab'::bpchar) OR ((kind >= 'a'::bpchar) AND (kind <= 'c'::bpchar)))),
    CONSTRAINT t_amount_check CHECK (((amount > (0)::numeric) AND (amount <> ALL ('{1,2}'::numeric[])))),
    CONSTRAINT t_ratio_check CHECK ((ratio > (0.5)::double precision)),
    CONSTRAINT t_today_check CHECK ((today > '2000-01-01'::date)),
    CONSTRAINT t_flag_check CHECK ((flag IS NOT FALSE)),
    CONSTRAINT t_tags_check CHECK (((tags <@ '{a,b,c}'::character varying[]) AND ('a'::text = ANY ((tags)::text[])))),
    CONSTRAINT t_doc_check CHECK (((doc ? 'a'::text) AND ((doc ->> 'b'::text) IS DISTINCT FROM 'x'::text))),
    CONSTRAINT t_check CHECK ((((COALESCE(word, 'x'::character varying))::text ~ '^[a-z]+$'::text) AND ((id <> 1) OR (amount <> (2)::numeric)))),
    CONSTRAINT t_check1 CHECK (
CASE
    WHEN (id > 1) THEN ((word)::text = 'x'::text)
    ELSE true
END),
    CONSTRAINT t_lower_excl EXCLUDE USING btree (lower((word)::text) WITH =) WHERE (((word)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying])::text[])))
);

-- step 5: expand, undo exact
ALTER TABLE app.t ENABLE ROW LEVEL SECURITY;

-- step 6: expand, undo exact
CREATE TABLE app.parted (
    id integer,
    word character varying(9)
)
PARTITION BY LIST (substr((word)::text, 1, 1));

-- step 7: expand, undo exact
CREATE TABLE app.parted_a (
    id integer,
    word character varying(9)
);

-- step 8: expand, undo exact
CREATE TABLE app.ranged (
    at timestamp with time zone,
    n numeric
)
PARTITION BY RANGE (at, n);

-- step 9: expand, undo exact
CREATE TABLE app.ranged_1 (
    at timestamp with time zone,
    n numeric
);

-- step 10: expand, undo exact
CREATE INDEX t_lower ON app.t USING btree (lower((word)::text) text_pattern_ops, ((doc -> 'a'::text)), SUBSTRING(word FROM 2 FOR 3)) WHERE ((kind = ANY (ARRAY['ab'::bpchar, 'cd'::bpchar])) AND ((word)::text ~~ 'x%'::text));

-- step 11: expand, undo exact
CREATE INDEX t_cast ON app.t USING btree (((amount)::text), (((doc ->> 'n'::text))::integer) DESC NULLS LAST) INCLUDE (id);

-- step 12: expand, undo exact
ALTER TABLE app.parted ATTACH PARTITION app.parted_a FOR VALUES IN ('a', 'b', NULL);

-- step 13: expand, undo exact
ALTER TABLE app.ranged ATTACH PARTITION app.ranged_1 FOR VALUES FROM ('2024-12-31 22:00:00+00', MINVALUE) TO ('2026-01-01 00:00:00+00', 1.50);

-- step 14: expand, undo exact
CREATE STATISTICS app.t_statistics ON id, amount FROM app.t;

-- step 15: expand, undo exact
CREATE VIEW app.v AS
 SELECT t.id,
    ((t.word)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying])::text[])) AS known,
    EXTRACT(year FROM t.seen) AS year,
    (t.seen AT TIME ZONE 'UTC'::text) AS utc,
    TRIM(BOTH FROM t.word) AS trimmed,
    POSITION(('a'::text) IN (t.word)) AS at,
    NULLIF((t.word)::text, 'x'::text) AS other,
    ((t.id >= 1) AND (t.id <= 2)) AS near,
    'dollar'::text AS d
   FROM (app.t
     LEFT JOIN ( VALUES (1,'a'::text), (2,'b'::text)) w(n, s) ON ((w.n = t.id)))
  WHERE ((t.word)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying])::text[]))
  ORDER BY t.id
 LIMIT 5;

-- step 16: expand, undo exact
CREATE MATERIALIZED VIEW app.m AS
 WITH c AS (
         SELECT t.word,
            count(*) FILTER (WHERE (t.kind = ANY (ARRAY['ab'::bpchar, 'cd'::bpchar]))) AS n
           FROM app.t
          GROUP BY ROLLUP(t.word)
        )
 SELECT c.word,
    c.n
   FROM c
  WHERE ((c.word)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying])::text[]));

-- step 17: expand, undo exact
CREATE RULE r AS
    ON UPDATE TO app.v
   WHERE (new.other = ANY (ARRAY['x'::text, 'y'::text])) DO INSTEAD NOTHING;

-- step 18: expand, undo exact
CREATE RULE q AS
    ON UPDATE TO app.v DO INSTEAD  UPDATE app.t SET word = new.other
  WHERE ((t.id = old.id) AND ((t.word)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying])::text[])));

-- step 19: expand, undo exact
CREATE TRIGGER g BEFORE UPDATE ON app.t FOR EACH ROW WHEN ((((new.word)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying])::text[])) AND ((old.id IS DISTINCT FROM new.id) OR (old.doc IS DISTINCT FROM new.doc)))) EXECUTE FUNCTION app.g();

-- step 20: expand, undo exact
CREATE POLICY p ON app.t TO PUBLIC USING ((((word)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying])::text[])) AND (who = CURRENT_USER))) WITH CHECK ((amount IN ( SELECT max(u.amount) AS max
   FROM app.t u
  WHERE ((u.word)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying])::text[])))));

COMMIT;
