CREATE TABLE account (id bigint PRIMARY KEY);
CREATE SCHEMA billing;
CREATE TABLE billing.invoice (
    id bigint PRIMARY KEY,
    account_id bigint NOT NULL REFERENCES account
);
COMMENT ON SCHEMA billing IS 'What accounts owe';
