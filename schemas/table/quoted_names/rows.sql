INSERT INTO "My Schema"."select" VALUES (1, 'a', 'b', 3);
