CREATE TABLE t (
    id int,
    s varchar(10) CONSTRAINT t_s_check CHECK (((s)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying])::text[]))),
    n numeric CONSTRAINT t_n_check CHECK (((n >= (1)::numeric) AND (n <= (10)::numeric))),
    d timestamp CONSTRAINT t_d_check CHECK ((d > '2000-01-01 00:00:00'::timestamp without time zone)),
    e text DEFAULT ('a'::text || 'b'::text)
);
CREATE INDEX t_s ON t USING btree (s) WHERE ((s)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying])::text[]));
CREATE VIEW v AS
 SELECT t.id
   FROM t
  WHERE (((t.s)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying])::text[])) AND (t.e ~~ 'a%'::text) AND (EXTRACT(year FROM t.d) = (2026)::numeric));
