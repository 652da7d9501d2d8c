CREATE TABLE sale (id int PRIMARY KEY, state text DEFAULT 'new' NOT NULL CHECK (state IN ('new', 'paid')), words varchar(20)[] DEFAULT '{new}');
CREATE INDEX sale_state ON sale (state) WHERE state = 'new';
CREATE VIEW shown AS SELECT id, state FROM sale WHERE state <> 'paid';
