INSERT INTO page VALUES ('running water'), ('a@b.example');
