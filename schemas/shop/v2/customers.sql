-- Who buys.
-- plumb: intent Customers may leave a phone number and take the newsletter
CREATE SCHEMA customers;

CREATE TABLE customers.customer (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email text NOT NULL CHECK (email LIKE '%_@_%'),
    name text NOT NULL,
    login name,
    fax text,
    phone text CHECK (phone ~ '^[+0-9 ]+$'),
    newsletter boolean DEFAULT false NOT NULL,
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
