CREATE TABLE account (id bigint PRIMARY KEY);
CREATE SCHEMA billing;
CREATE TYPE billing.state AS ENUM ('open', 'paid');
CREATE TABLE billing.invoice (
    id bigint PRIMARY KEY,
    account_id bigint NOT NULL REFERENCES account,
    state billing.state DEFAULT 'open' NOT NULL
);
CREATE FUNCTION billing.open_count(account bigint) RETURNS bigint
    LANGUAGE sql STABLE AS $$ SELECT count(*) FROM billing.invoice WHERE account_id = $1 AND state = 'open' $$;
CREATE VIEW billing.open_invoice AS SELECT * FROM billing.invoice WHERE state = 'open';
