CREATE TABLE parent (id int PRIMARY KEY);
CREATE TABLE child (id int, parent int, other int) PARTITION BY RANGE (id);
CREATE TABLE child_1 PARTITION OF child FOR VALUES FROM (1) TO (10);
ALTER TABLE child ADD CONSTRAINT to_parent FOREIGN KEY (parent) REFERENCES parent NOT VALID;
