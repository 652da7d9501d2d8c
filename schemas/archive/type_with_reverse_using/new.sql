CREATE TABLE public.task (
    a integer, b text,
    -- plumb: using CASE state WHEN 'open' THEN 1 ELSE 2 END
    -- plumb: reverse using CASE state WHEN 1 THEN 'open' ELSE 'closed' END
    state integer NOT NULL DEFAULT 1,
    PRIMARY KEY (a, b)
);
