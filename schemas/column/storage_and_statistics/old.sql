CREATE TABLE doc (id int, body text, meta jsonb);
ALTER TABLE doc ALTER body SET STORAGE EXTERNAL, ALTER meta SET STATISTICS 500, ALTER id SET (n_distinct = -0.5);
