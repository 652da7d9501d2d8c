CREATE TABLE public.users (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    username varchar(255) UNIQUE NOT NULL,
    email varchar(255) UNIQUE NOT NULL,
    password_hash varchar(255) NOT NULL,
    created_at timestamptz DEFAULT now(),
    -- plumb: intent Know when each user was last seen
    -- plumb: backfill created_at
    last_login timestamptz NOT NULL DEFAULT now()
);
