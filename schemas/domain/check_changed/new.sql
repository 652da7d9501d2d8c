CREATE DOMAIN email AS text NOT NULL CHECK (value LIKE '%_@_%');
CREATE DOMAIN percent AS int DEFAULT 50 CONSTRAINT range CHECK (value BETWEEN 0 AND 200) CONSTRAINT even CHECK (value % 2 = 0);
CREATE TABLE person (mail email, share percent);
COMMENT ON DOMAIN percent IS 'Of the whole';
