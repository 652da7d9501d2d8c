CREATE TABLE doc (id int, body text, meta jsonb);
ALTER TABLE doc ALTER body SET STATISTICS 0, ALTER meta SET STORAGE MAIN;
