CREATE TABLE line (
    id int PRIMARY KEY,
    price int NOT NULL,
    amount int,
    total int GENERATED ALWAYS AS (price * amount) VIRTUAL,
    dropped int GENERATED ALWAYS AS (price + 1) VIRTUAL,
    stored int GENERATED ALWAYS AS (price + 2) VIRTUAL,
    loose int GENERATED ALWAYS AS (price + 3) STORED
);
CREATE VIEW bill AS SELECT id, total FROM line;
