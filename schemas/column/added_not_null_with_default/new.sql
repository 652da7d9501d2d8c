CREATE TABLE customer (
    id int PRIMARY KEY,
    name text NOT NULL,
    status text DEFAULT 'active' NOT NULL CHECK (status IN ('active', 'closed')),
    created_at timestamptz DEFAULT now() NOT NULL
);
