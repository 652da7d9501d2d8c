CREATE TYPE public.state AS ENUM ('open', 'lost', 'closed');
CREATE TABLE public.task (id integer PRIMARY KEY, state public.state NOT NULL);
