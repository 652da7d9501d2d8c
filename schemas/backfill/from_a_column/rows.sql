INSERT INTO public.users (id, username, email, password_hash, created_at)
    SELECT md5(i::text)::uuid, 'u' || i, 'e' || i, 'h', '2026-01-01'::timestamptz + i * interval '1 minute' FROM generate_series(1, 3000) i;
