CREATE TYPE size AS ENUM ('small', 'medium', 'large');
CREATE TABLE shirt (id int PRIMARY KEY, size size NOT NULL);
CREATE INDEX shirt_size ON shirt (size);
