CREATE TABLE parent (a int NOT NULL, b int GENERATED ALWAYS AS (a * 2) STORED);
-- Its columns are its own and inherited, and before 16 CREATE TABLE could not say the expression again.
CREATE TABLE child (a int NOT NULL, b int GENERATED ALWAYS AS (a * 2) STORED);
ALTER TABLE child INHERIT parent;
CREATE TABLE plain (a int, b int);
CREATE TABLE generated_child_of_plain (a int, b int GENERATED ALWAYS AS (a * 3) STORED) INHERITS (plain);
