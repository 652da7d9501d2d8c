ALTER TYPE public.state RENAME VALUE 'payed' TO 'paid';
ALTER TYPE public.state RENAME VALUE 'in transit' TO 'it''s sent';
