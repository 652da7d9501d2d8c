INSERT INTO person (born, mood) SELECT date '1990-01-01' + n * 300, (ARRAY['sad', 'ok']::mood[])[n % 2 + 1] FROM generate_series(1, 20) AS n;
