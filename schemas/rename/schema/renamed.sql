ALTER TABLE shop."order" RENAME customer TO buyer;
ALTER TABLE shop."order" RENAME TO orders;
ALTER SCHEMA shop RENAME TO "Store";
