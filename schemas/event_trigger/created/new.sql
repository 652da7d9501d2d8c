CREATE TABLE t (a integer, b text);
CREATE FUNCTION refuse_all() RETURNS event_trigger LANGUAGE plpgsql AS $$BEGIN RAISE EXCEPTION 'no %', tg_tag; END$$;
CREATE EVENT TRIGGER comes ON ddl_command_end WHEN TAG IN ('DROP TABLE', 'ALTER TABLE') EXECUTE FUNCTION refuse_all();
COMMENT ON EVENT TRIGGER comes IS 'comes';
CREATE EVENT TRIGGER sleeps ON sql_drop EXECUTE FUNCTION refuse_all();
ALTER EVENT TRIGGER sleeps DISABLE;
