CREATE TABLE parent (id int PRIMARY KEY);
CREATE TABLE child (
    id int PRIMARY KEY,
    a int REFERENCES parent NOT ENFORCED,
    b int CONSTRAINT b_parent REFERENCES parent,
    c int CHECK (c > 0) NOT ENFORCED,
    d int CONSTRAINT d_check CHECK (d > 0)
);
