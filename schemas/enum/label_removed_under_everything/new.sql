CREATE TYPE state AS ENUM ('new', 'paid', 'sent');
CREATE DOMAIN live_state AS state CHECK (VALUE <> 'sent');
CREATE FUNCTION is_open(state) RETURNS boolean IMMUTABLE LANGUAGE sql AS $$ SELECT $1 = 'new' $$;
CREATE FUNCTION first_state() RETURNS state LANGUAGE sql AS $$ SELECT 'new'::state $$;
CREATE TABLE sale (
    id int PRIMARY KEY,
    state state DEFAULT 'new' NOT NULL CHECK (state <> 'sent' OR id > 0),
    past state[] DEFAULT '{new,paid}',
    live live_state DEFAULT 'paid',
    open boolean GENERATED ALWAYS AS (state = 'new') STORED
);
CREATE INDEX sale_open ON sale (state) WHERE state IN ('new', 'paid');
CREATE UNIQUE INDEX sale_once ON sale (id, is_open(state));
CREATE STATISTICS sale_statistics ON id, state FROM sale;
CREATE VIEW open_sale AS SELECT id, state, past FROM sale WHERE state = 'new' OR 'paid' = ANY (past);
CREATE MATERIALIZED VIEW counted AS SELECT state, count(*) AS sales FROM open_sale GROUP BY state;
CREATE UNIQUE INDEX counted_state ON counted (state);
CREATE FUNCTION fired() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
CREATE TRIGGER on_paid BEFORE UPDATE ON sale FOR EACH ROW WHEN (old.state = 'new' AND new.state = 'paid') EXECUTE FUNCTION fired();
ALTER TABLE sale ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON sale USING (state <> 'sent');
GRANT USAGE ON TYPE state TO shop_app;
COMMENT ON TYPE state IS 'Of a sale';
