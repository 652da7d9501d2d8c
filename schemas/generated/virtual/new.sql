CREATE TABLE line (
    id int PRIMARY KEY,
    price int NOT NULL,
    amount int,
    total int GENERATED ALWAYS AS (price * amount + 1),
    stored int GENERATED ALWAYS AS (price + 2) STORED,
    loose int GENERATED ALWAYS AS (price + 3) VIRTUAL,
    added bigint GENERATED ALWAYS AS (price * 2::bigint) VIRTUAL NOT NULL
);
CREATE VIEW bill AS SELECT id, total FROM line;
CREATE TABLE fresh (a text, b text COLLATE "C" GENERATED ALWAYS AS (upper(a)) VIRTUAL);
