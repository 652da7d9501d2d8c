CREATE TABLE parent (id int PRIMARY KEY);
CREATE TABLE child (
    id int PRIMARY KEY,
    a int REFERENCES parent,
    b int CONSTRAINT b_parent REFERENCES parent NOT ENFORCED,
    c int CHECK (c > 0),
    d int CONSTRAINT d_check CHECK (d > 0) NOT ENFORCED,
    e int REFERENCES parent ON DELETE CASCADE NOT ENFORCED
);
CREATE TABLE fresh (id int REFERENCES parent NOT ENFORCED, n int CONSTRAINT positive CHECK (n > 0) NOT ENFORCED);
