CREATE TABLE city (id int PRIMARY KEY);
CREATE TABLE department (id int PRIMARY KEY, head_id int NOT NULL);
CREATE TABLE employee (
    id int PRIMARY KEY,
    department_id int NOT NULL REFERENCES department DEFERRABLE INITIALLY DEFERRED,
    boss_id int REFERENCES employee
);
ALTER TABLE department ADD FOREIGN KEY (head_id) REFERENCES employee DEFERRABLE INITIALLY DEFERRED;
