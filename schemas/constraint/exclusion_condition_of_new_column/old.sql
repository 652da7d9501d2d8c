CREATE TABLE public.booking (id int PRIMARY KEY, room int, CONSTRAINT one_guest EXCLUDE USING btree (room WITH =));
