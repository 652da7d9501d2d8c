CREATE TYPE public.state AS ENUM ('open', 'closed');
CREATE TABLE public.task (
    id integer PRIMARY KEY,
    -- plumb: using CASE state::text WHEN 'lost' THEN 'closed' ELSE state::text END::public.state
    state public.state NOT NULL
);
