CREATE DOMAIN email AS text CHECK (value LIKE '%@%');
CREATE DOMAIN percent AS int DEFAULT 0 CONSTRAINT range CHECK (value BETWEEN 0 AND 100);
CREATE TABLE person (mail email, share percent);
