CREATE TABLE public.task (a integer, b text, state text NOT NULL DEFAULT 'open', PRIMARY KEY (a, b));
