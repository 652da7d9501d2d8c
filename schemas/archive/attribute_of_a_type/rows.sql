INSERT INTO t VALUES (1, ('a', '1', 'cz'), '{"(b,2,at)","(c,,)"}', ('d', '3', 'de'), (('e', '4', 'sk'), 5)), (2, NULL, NULL, NULL, NULL), (3, ('x,"y', NULL, ''), '{}', NULL, (NULL, 2));
INSERT INTO p VALUES (1, ('a', '1', 'cz'));
