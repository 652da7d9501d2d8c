CREATE TABLE parent (id int PRIMARY KEY);
CREATE TABLE child (parent_id int, n int);
ALTER TABLE child ADD CONSTRAINT child_parent FOREIGN KEY (parent_id) REFERENCES parent NOT VALID;
ALTER TABLE child ADD CONSTRAINT n_positive CHECK (n > 0) NOT VALID;
