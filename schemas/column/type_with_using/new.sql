CREATE TABLE measure (
    id int PRIMARY KEY,
    -- plumb: using to_timestamp(taken::bigint)
    taken timestamptz NOT NULL,
    flag boolean DEFAULT false  -- plumb: using flag = 'y'
);
