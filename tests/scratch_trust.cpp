// Files of a stranger reach nothing but the database that they are loaded into, and still may say what needs a superuser.
#include "tests/catch.hpp"
#include "tests/scratch_fixture.hpp"

using namespace plumb;
using namespace plumb::tests;

TEST_CASE("trust: the loader is an ordinary role, whatever its name") {
    Loaded loaded("create table t ();");
    CHECK(loaded("select current_user || rolsuper || rolcreaterole || rolcreatedb || rolbypassrls from pg_roles where rolname = "
                 "current_user") == "postgresfalsefalsefalsefalse");
    CHECK(loaded("select count(*) from pg_roles where rolsuper and rolname !~ '^plumb_[0-9a-f]{16}$'") == "0");
    for (const char* role : {"pg_execute_server_program", "pg_read_server_files", "pg_write_server_files"})
        CHECK(loaded("select pg_has_role('" + std::string(role) + "', 'member')") == "f");
    CHECK(loaded("select pg_has_role('app', 'member')") == "t");
    CHECK(loaded("select pg_has_role('reader', 'app', 'member')") == "t");
    CHECK_THROWS_AS(loaded("select pg_read_file('/etc/passwd')"), Error);
    CHECK_THROWS_AS(loaded("copy t to program 'true'"), Error);
    CHECK_THROWS_AS(loaded("alter role postgres superuser"), Error);
}

TEST_CASE("trust: what needs a superuser but runs nothing of the files is loaded") {
    Loaded loaded(R"(
        create table t (a int);
        create publication everything for all tables;
        create operator class odd for type int4 using btree as operator 1 <, function 1 btint4cmp(int4, int4);
        create cast (json as inet) with inout;
        create foreign data wrapper mine;
        create server there foreign data wrapper mine;
        create extension postgres_fdw;
        create server far foreign data wrapper postgres_fdw options (host 'nowhere');
        create user mapping for app server far options (user 'u', password 'secret');
        create event trigger watcher on ddl_command_end execute function watch();
        create function watch() returns event_trigger language plpgsql as 'begin raise exception ''seen''; end';
        create function certain(a int) returns int language sql immutable leakproof as 'select a';
        create access method other type table handler heap_tableam_handler;
        alter table t owner to reader;
        comment on event trigger watcher is 'watches';
        revoke select on pg_catalog.pg_class from public;
        grant select on pg_catalog.pg_class to app;)");
    CHECK(loaded("select pubowner::regrole from pg_publication where puballtables") == "postgres");
    CHECK(loaded("select opcowner::regrole from pg_opclass where opcname = 'odd'") == "postgres");
    CHECK(loaded("select count(*) from pg_cast where castsource = 'json'::regtype and casttarget = 'inet'::regtype and "
                 "castmethod = 'i'") == "1");
    CHECK(loaded("select count(*) from pg_foreign_server") == "2");
    CHECK(loaded("select count(*) from pg_user_mappings") == "1");
    CHECK(loaded("select obj_description(oid, 'pg_event_trigger') from pg_event_trigger") == "watches");
    CHECK(loaded("select proleakproof from pg_proc where proname = 'certain'") == "t");
    CHECK(loaded("select count(*) from pg_am where amname = 'other'") == "1");
    CHECK(loaded("select relowner::regrole from pg_class where oid = 't'::regclass") == "reader");
    CHECK(loaded("select rolsuper from pg_roles where rolname = 'postgres'") == "f");
    CHECK(loaded("select count(*) from pg_roles where rolsuper") == "1");
}

TEST_CASE("trust: what could make the loader a superuser is refused with its place") {
    const char* sql = GENERATE(
        "create function f(cstring) returns int language c as 'libc.so.6', 'system';", "create type base;",
        "create cast (int4 as text) without function;",
        "create function v(text[], oid) returns void language plpgsql as 'begin end'; create foreign data wrapper w validator v;",
        "grant execute on function pg_read_file(text) to postgres;", "grant create on schema pg_catalog to postgres;",
        "alter function query_to_xml(text, boolean, boolean, text) security definer leakproof;",
        "create extension file_fdw; create foreign data wrapper w handler file_fdw_handler;",
        "create extension postgres_fdw; create server s foreign data wrapper postgres_fdw; create user mapping for postgres "
        "server s "
        "options (password_required 'false');",
        "create extension postgres_fdw; alter foreign data wrapper postgres_fdw no validator;",
        "create extension file_fdw; create server s foreign data wrapper file_fdw; create foreign table f (a text) server s "
        "options (filename '/etc/passwd');",
        "alter function pg_catalog.lo_import(text) owner to postgres;",
        "alter function pg_catalog.lo_import(text) owner to \"postgres\";",
        "alter function pg_catalog.lo_import(text) owner to app;",
        "create function pg_catalog.f() returns int language sql immutable leakproof as 'select 1';",
        "create language mine handler plpgsql_call_handler;");
    INFO(sql);
    auto error = load_error(sql);
    CAPTURE(error);
    CHECK(holds(error, "1:"));
    CHECK(error != "no error");
    Loaded after("create table t ();");
    CHECK(after("select count(*) from pg_roles where rolsuper") == "1");
}

TEST_CASE("trust: the hint names --trust-files, which loads it") {
    const char* sql =
        "create function f(cstring) returns int language c strict as '$libdir/citext', 'citext_eq'; do 'begin create role "
        "made_by_code; end';";
    CHECK(holds(load_error("create function f(cstring) returns int language c as '$libdir/citext', 'citext_eq';"),
                "--trust-files"));
    introspect::Scratch trusting("", test_surroundings(), true);
    Loaded loaded(sql, trusting);
    CHECK(loaded("select count(*) from pg_proc where proname = 'f'") == "1");
    CHECK(loaded("select count(*) from pg_roles where rolname = 'made_by_code'") == "1");
}

TEST_CASE("trust: steps of a plan are run with the same rights, in their transaction") {
    Loaded loaded("create schema s; create table s.t (a int);");
    auto connection = loaded.scratch.connect(loaded.database);
    connection.query("BEGIN");
    for (const char* step :
         {"CREATE EXTENSION pgstattuple", "ALTER TABLE s.t OWNER TO app", "CREATE PUBLICATION p FOR ALL TABLES",
          "CREATE FUNCTION s.f() RETURNS int LANGUAGE sql LEAKPROOF AS 'select 1'", "COMMENT ON EXTENSION pgstattuple IS 'x'",
          "CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION s.watch()"}) {
        INFO(step);
        if (std::string(step).find("EVENT") != std::string::npos)
            loaded.scratch.execute(connection, "CREATE FUNCTION s.watch() RETURNS event_trigger LANGUAGE plpgsql AS 'begin end'");
        CHECK_NOTHROW(loaded.scratch.execute(connection, step));
    }
    connection.query("COMMIT");
    CHECK(loaded("select proleakproof from pg_proc where proname = 'f'") == "t");
    CHECK(loaded("select extowner::regrole::text ~ '^plumb_' from pg_extension where extname = 'pgstattuple'") == "t");
    CHECK(loaded("select count(*) from pg_roles where rolsuper") == "1");
    // An event trigger that is about sleeps while a superuser runs a statement.
    CHECK_NOTHROW(loaded.scratch.execute(connection, "CREATE PUBLICATION q FOR ALL TABLES"));
}

TEST_CASE("trust: an extension's script finds nothing of the files") {
    Loaded loaded("create function harmless() returns int language sql as 'select 1';");
    auto connection = loaded.scratch.connect(loaded.database);
    CHECK_NOTHROW(loaded.scratch.execute(connection, "CREATE EXTENSION IF NOT EXISTS pgstattuple"));
    CHECK_NOTHROW(loaded.scratch.execute(connection, "DROP EXTENSION pgstattuple"));
    connection.query("create function public.pgstatindex(text) returns int language sql as 'select 1'");
    CHECK_THROWS_AS(loaded.scratch.execute(connection, "CREATE EXTENSION pgstattuple"), Error);
    connection.query("drop function public.pgstatindex");
    connection.query("create operator public.=== (leftarg = int, rightarg = int, function = int4eq)");
    CHECK_THROWS_AS(loaded.scratch.execute(connection, "CREATE EXTENSION pgstattuple"), Error);
}
