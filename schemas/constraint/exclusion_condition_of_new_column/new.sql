CREATE TABLE public.booking (id int PRIMARY KEY, room int, cancelled boolean DEFAULT false NOT NULL,
    CONSTRAINT one_guest EXCLUDE USING btree (room WITH =) WHERE (NOT cancelled));
