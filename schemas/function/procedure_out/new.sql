CREATE PROCEDURE p(IN a int, OUT b bigint) LANGUAGE plpgsql AS $$ BEGIN b := a; END $$;
CREATE PROCEDURE q(OUT a text, INOUT b int) LANGUAGE plpgsql AS $$ BEGIN a := b + 1; END $$;
CREATE PROCEDURE r(OUT a int) LANGUAGE sql AS 'SELECT 1';
COMMENT ON PROCEDURE q(OUT text, INOUT int) IS 'after';
GRANT EXECUTE ON PROCEDURE r(OUT int) TO shop_app;
