-- What was bought.
-- plumb: intent Customers can pay in instalments
CREATE SCHEMA sales;

CREATE TYPE sales.state AS ENUM ('cart', 'ordered', 'partly_paid', 'paid', 'shipped', 'returned');

CREATE TABLE sales.order (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id integer NOT NULL REFERENCES customers.customer,
    state sales.state DEFAULT 'cart' NOT NULL,
    ordered_at timestamptz DEFAULT now() NOT NULL,
    changed_at timestamptz
);
CREATE INDEX order_by_customer ON sales.order (customer_id, ordered_at DESC);
CREATE INDEX order_to_ship ON sales.order (ordered_at) WHERE state = 'paid';

CREATE TABLE sales.line (
    order_id integer REFERENCES sales.order ON DELETE CASCADE,
    nr smallint,
    product_id integer NOT NULL REFERENCES catalog.product,
    quantity integer NOT NULL CHECK (quantity > 0),
    price catalog.cents NOT NULL,
    total integer GENERATED ALWAYS AS (quantity * price) STORED,
    PRIMARY KEY (order_id, nr)
);

CREATE TABLE sales.instalment (
    order_id integer REFERENCES sales.order ON DELETE CASCADE,
    due_on date,
    amount catalog.cents NOT NULL CHECK (amount > 0),
    paid_at timestamptz,
    PRIMARY KEY (order_id, due_on)
);
CREATE INDEX instalment_due ON sales.instalment (due_on) WHERE paid_at IS NULL;

CREATE FUNCTION sales.touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    new.changed_at := now();
    RETURN new;
END $$;
CREATE TRIGGER touch BEFORE UPDATE ON sales.order FOR EACH ROW EXECUTE FUNCTION sales.touch();

CREATE FUNCTION sales.order_total(order_id integer) RETURNS bigint LANGUAGE sql STABLE
    AS $$ SELECT coalesce(sum(total), 0)::bigint FROM sales.line l WHERE l.order_id = order_total.order_id $$;

CREATE VIEW sales.order_summary WITH (security_invoker = true) AS
    SELECT o.id, o.customer_id, o.state, o.ordered_at, sales.order_total(o.id) AS total,
        o.state = 'partly_paid' AS in_instalments
    FROM sales.order o;

ALTER TABLE sales.order ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_orders ON sales.order
    USING (customer_id IN (SELECT c.id FROM customers.customer c WHERE c.login = current_user));
