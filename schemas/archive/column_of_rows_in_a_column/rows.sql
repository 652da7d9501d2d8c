INSERT INTO u VALUES (1, 'a', 'b');
INSERT INTO hist VALUES (1, (1, 'a', 'b'));
