CREATE TYPE state AS ENUM ('new', 'paid');
CREATE TABLE sale (
    id int PRIMARY KEY,
    -- plumb: using state::state
    state state DEFAULT 'new' NOT NULL,
    -- plumb: using words::state[]
    words state[] DEFAULT '{new}'
);
CREATE INDEX sale_state ON sale (state) WHERE state = 'new';
CREATE VIEW shown AS SELECT id, state FROM sale WHERE state <> 'paid';
