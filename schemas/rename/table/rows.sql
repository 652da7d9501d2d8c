INSERT INTO shop.customer VALUES (1, 'Ada'), (2, 'Bob');
INSERT INTO shop."order" (customer, note, placed) VALUES (1, 'soon', '2026-01-01'), (2, 'later', '2026-01-02');
INSERT INTO shop.line VALUES (1, 3), (2, 5);
