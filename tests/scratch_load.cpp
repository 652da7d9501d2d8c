// Desired SQL is loaded as psql loads it, and what is wrong with it is said with its place.
#include <algorithm>

#include "introspect/pipeline.hpp"
#include "tests/catch.hpp"
#include "tests/scratch_fixture.hpp"

using namespace plumb;
using namespace plumb::tests;

TEST_CASE("load: a name that comes later is waited for") {
    Loaded loaded(R"(
        create view second as select id from first;
        create table referring (id int references keyed (id));
        create table first (id int, kind mood);
        create table keyed (id int);
        create type mood as enum ('good');
        alter table keyed add primary key (id);
        create table later.t ();
        create schema later;
        comment on column first.added is 'x';
        alter table first add added int;)");
    CHECK(loaded("select count(*) from pg_class where relname in ('first', 'second', 'referring', 't')") == "4");
    CHECK(loaded("select col_description('first'::regclass, 3)") == "x");
}

TEST_CASE("load: file order is meaning") {
    Loaded overload(R"(
        create function f(numeric) returns text language sql immutable return 'numeric';
        create view v as select f(1) as f;
        create function f(int) returns text language sql immutable return 'int';)");
    CHECK(overload("select f from v") == "numeric");

    Loaded privileges(R"(
        create table before ();
        alter default privileges grant select on tables to reader;
        create table after ();)");
    CHECK(privileges("select has_table_privilege('reader', 'before', 'select')") == "f");
    CHECK(privileges("select has_table_privilege('reader', 'after', 'select')") == "t");

    Loaded star("create table t (a int); create view v as select * from t; alter table t add b int;");
    CHECK(star("select count(*) from pg_attribute where attrelid = 'v'::regclass and attnum > 0") == "1");
}

TEST_CASE("load: settings are in force where they stand, and afresh in every file") {
    Loaded loaded(
        std::map<std::string, std::string>{{"1.sql",
                                            "create schema s; set search_path = s; create table in_s (); set search_path = s, "
                                            "public; create table waits (like waited); set search_path = public;"},
                                           {"2.sql",
                                            "create table in_public (); create type public.waited as (a int); drop type "
                                            "public.waited; create table public.waited (a int);"}});
    CHECK(loaded("select to_regclass('s.in_s')") == "s.in_s");
    CHECK(loaded("select to_regclass('public.in_public')") == "in_public");
    // Put off, and still made with the search_path of its place: nothing but the name is missing there.
    CHECK(load_error("create schema s; set search_path = s; create table waits (like waited); set search_path = public; create "
                     "table waited (a int);") == "1:64: relation \"waited\" does not exist");
}

TEST_CASE("load: settings of a newer PostgreSQL are passed over with a warning") {
    Loaded loaded("set no_such_setting_here = 0;\ncreate table t ();");
    CHECK(loaded("select to_regclass('t')") == "t");
    auto warnings = shared_scratch().warnings();
    CHECK(std::any_of(warnings.begin(), warnings.end(),
                      [](const auto& w) { return holds(w, "desired.sql:1:1: unrecognized configuration parameter"); }));
}

TEST_CASE("load: errors have their place, PostgreSQL's words and a caret") {
    auto [sql, error] = GENERATE(table<const char*, const char*>({
        {"create table t (a int);\ncreate view v as\n  select nothing from t;", "3:10: column \"nothing\" does not exist"},
        {"create table t ();\ncreate table t ();", "2:1: relation \"t\" already exists"},
        {"create view a as select * from b;\ncreate view b as select * from c;",
         "2:32: relation \"c\" does not exist [one more statement could not be loaded, perhaps for want of this one]"},
        {"create table ä (a int);\n/* é */ create index on ä (b);", "2:9: column \"b\" does not exist"},
        {"drop table t;\ncreate table t ();", "1:1: table \"t\" does not exist"},
        {"create table t ();\ngrant select on t to nobody_knows;",
         "2:1: role \"nobody_knows\" does not exist [the target has no such role"},
        {"create extension no_such_thing;", "1:1: extension \"no_such_thing\" is not available"},
        {"select pg_sleep(1);",
         "1:1: this statement runs code instead of declaring something [if you trust the files: --trust-files]"},
    }));
    INFO(sql);
    CHECK(load_error(sql).substr(0, std::string(error).size()) == error);
}

TEST_CASE("load: a missing extension is named with the remedy") {
    CHECK(holds(load_error("create extension no_such_thing;"),
                "install the package that brings extension \"no_such_thing\" for PostgreSQL"));
}

TEST_CASE("load: function bodies are checked at the end, with the settings of their place") {
    Loaded loaded(R"(
        create function early() returns bigint language sql as 'select count(*) from late';
        create schema s; set search_path = s;
        create function in_s() returns bigint language sql as 'select count(*) from also_late';
        create table also_late ();
        set search_path = public;
        create table late ();
        create function own_path() returns bigint language sql set search_path = s as 'select count(*) from also_late';)");
    CHECK(loaded("select early() + own_path()") == "0");
    CHECK(
        load_error("create table t ();\ncreate function f() returns bigint language sql as\n  'select count(*) from missing';") ==
        "3:25: function f: relation \"missing\" does not exist");
    CHECK(load_error("create function f() returns int language plpgsql as $$\nbegin\n  retrun 1;\nend $$;").substr(0, 23) ==
          "3:3: function f: syntax");
}

TEST_CASE("load: where the file switches the check off a wrong body is a warning") {
    Loaded loaded(
        "set check_function_bodies = off;\ncreate function odd() returns bigint language sql as 'select count(*) from missing';");
    auto warnings = shared_scratch().warnings();
    CAPTURE(warnings);
    CHECK(std::any_of(warnings.begin(), warnings.end(),
                      [](const auto& w) { return holds(w, "desired.sql:2:76: function odd: relation \"missing\""); }));
}

TEST_CASE("load: extensions come first, into schemas of the files") {
    Loaded loaded(R"(
        create table t (a extensions.citext);
        drop schema if exists extensions cascade;
        create schema extensions authorization app;
        create extension citext with schema extensions;
        comment on extension citext is 'mine';
        create extension if not exists pgstattuple;)");
    CHECK(loaded("select nspowner::regrole from pg_namespace where nspname = 'extensions'") == "app");
    CHECK(loaded("select obj_description(oid, 'pg_extension') from pg_extension where extname = 'citext'") == "mine");
    CHECK(loaded("select count(*) from pg_extension where extname = 'pgstattuple'") == "1");
}

TEST_CASE("load: reference rows are loaded, roles of the server left out with a warning") {
    Loaded loaded(
        "create role only_in_files;\ncreate table t (a int);\ngrant select on t to only_in_files;\ninsert into t values "
        "(1);\ninsert into t values (2);");
    CHECK(loaded("select count(*) from t") == "2");
    CHECK(loaded("select has_table_privilege('only_in_files', 't', 'select')") == "t");
    auto warnings = shared_scratch().warnings();
    auto count = [&](const char* part) {
        return std::count_if(warnings.begin(), warnings.end(), [&](const auto& w) { return holds(w, part); });
    };
    CHECK(count("desired.sql:1:1: roles belong") == 1);
}

TEST_CASE("load: thousands of statements and long answers") {
    std::string sql;
    for (int i = 0; i < 3000; ++i) sql += "create type t" + std::to_string(i) + " as enum ('" + std::string(60, 'x') + "');\n";
    for (int i = 0; i < 500; ++i) sql += "drop type if exists none_" + std::string(50, 'n') + std::to_string(i) + ";\n";
    CHECK(Loaded(sql)("select count(*) from pg_type where typtype = 'e'") == "3000");
}

TEST_CASE("load: the wall clock is ours") {
    auto& scratch = shared_scratch();
    auto connection = scratch.connect(scratch.create_database());
    connection.end_at(std::chrono::steady_clock::now() + std::chrono::milliseconds(300), Error("it is late"));
    std::vector<introspect::Group> groups{{{"set statement_timeout = 0"}, 0}, {{"select pg_sleep(60)"}, 1}};
    std::size_t taken = 0;
    auto run = [&] { introspect::run_pipelined(connection, groups, [&](const auto&) { return ++taken > 0; }); };
    CHECK(message_of(run) == "it is late");
    CHECK_FALSE(connection.usable());
    CHECK(message_of([&] { connection.query("select 1"); }) == "it is late");
    CHECK(taken == 1);
}

TEST_CASE("load: memory runs out for the statement, not for the machine") {
    auto& scratch = shared_scratch();
    auto connection = scratch.connect(scratch.create_database());
    auto bomb = [&] {
        connection.query("select cardinality(array_agg(repeat(i::text, 25000000))) from generate_series(1000, 1040) i");
    };
    CHECK(holds(message_of(bomb), "out of memory"));
    CHECK_NOTHROW(scratch.connect("postgres").query("select 1"));
}
