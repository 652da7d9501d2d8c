-- Who buys.
CREATE SCHEMA customers;

CREATE TABLE customers.customer (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email text NOT NULL CHECK (email LIKE '%_@_%'),
    name text NOT NULL,
    login name,
    fax text,
    -- plumb: intent Know when each customer was last seen
    -- plumb: backfill joined_at
    last_seen_at timestamptz DEFAULT now() NOT NULL,
    joined_at timestamptz DEFAULT now() NOT NULL
);
CREATE UNIQUE INDEX customer_email ON customers.customer (lower(email));

CREATE TABLE customers.address (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id integer NOT NULL REFERENCES customers.customer ON DELETE CASCADE,
    street text NOT NULL,
    city text NOT NULL,
    country char(2) DEFAULT 'DE' NOT NULL
);
CREATE INDEX address_by_customer ON customers.address (customer_id);

-- Customers who log in see themselves only.
ALTER TABLE customers.customer ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_account ON customers.customer USING (login = current_user);
