CREATE TABLE ticket (id int PRIMARY KEY, state text DEFAULT 'open' NOT NULL CHECK (state IN ('open', 'closed')));
