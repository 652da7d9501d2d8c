CREATE TABLE measure (id int PRIMARY KEY, taken text NOT NULL, flag text DEFAULT 'n');
