CREATE TABLE customer (id bigint PRIMARY KEY);
CREATE TABLE "order" (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id bigint NOT NULL REFERENCES customer ON DELETE CASCADE,
    number text NOT NULL UNIQUE,
    placed_at timestamptz DEFAULT now() NOT NULL,
    net numeric(12,2) NOT NULL CONSTRAINT net_is_not_negative CHECK (net >= 0),
    gross numeric(12,2) GENERATED ALWAYS AS (net * 1.19) STORED
) WITH (fillfactor = 80);
CREATE INDEX order_by_customer ON "order" (customer_id, placed_at DESC);
COMMENT ON TABLE "order" IS 'What a customer bought';
COMMENT ON COLUMN "order".net IS 'Before taxes';
