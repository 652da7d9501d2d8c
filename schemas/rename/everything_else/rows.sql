INSERT INTO public.t VALUES (1, 'n', '2026-01-01');
INSERT INTO public.holds VALUES (ROW(1, 'x'), 5, 'a');
INSERT INTO public.parted VALUES (1, '2026-03-03');
SELECT nextval('public.s');
