INSERT INTO public.kept SELECT generate_series(1, 5);
INSERT INTO public.gone (kept_id, parent, mood, moods, price, picture, data, at, "Odd ""name""")
    SELECT i, nullif(i - 1, 0), 'glad', '{sad,glad}', i, '\xdeadbeef', '{"a": [1, null]}', '2026-01-01 12:00+01', 'it''s' FROM generate_series(1, 5) i;
INSERT INTO public.no_columns DEFAULT VALUES;
SELECT nextval('public.counter'), nextval('public.counter');
