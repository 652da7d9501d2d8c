CREATE TABLE parent (id int PRIMARY KEY);
CREATE TABLE child (
    parent_id int CONSTRAINT child_parent REFERENCES parent,
    n int CONSTRAINT n_positive CHECK (n > 0)
);
