CREATE PROCEDURE p(IN a int, OUT b int) LANGUAGE plpgsql AS $$ BEGIN b := a; END $$;
CREATE PROCEDURE q(OUT a text, INOUT b int) LANGUAGE plpgsql AS $$ BEGIN a := b; END $$;
COMMENT ON PROCEDURE q(OUT text, INOUT int) IS 'before';
