CREATE FUNCTION tidy(days int) RETURNS void LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
