// How files are split, what becomes of each statement, and what it names.
#include "tests/catch.hpp"
#include "tests/source_folder.hpp"

using namespace plumb;
using namespace plumb::tests;

namespace {

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> out;
    for (const auto& statement : source_of(text).statements) out.push_back(statement.sql);
    return out;
}

/// "node:schema.object/element", one word per name.
std::string names(const std::string& text) {
    std::string out;
    for (const auto& statement : source_of(text).statements) {
        for (const auto& name : statement.names) {
            out += (out.empty() ? "" : " ") + name.node + ":" + (name.schema.empty() ? "" : name.schema + ".") + name.object +
                   (name.element.empty() ? "" : "/" + name.element);
        }
    }
    return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("source: statements end where psql ends them") {
    struct Case {
        const char* text;
        Texts statements;
    };
    const Case cases[] = {
        {"create table a ();create table b ()", {"create table a ()", "create table b ()"}},
        {";;  ; create table a (); ;", {"create table a ()"}},
        {"-- x;\n/* y; /* nested; */ */ create table a (/*;*/ x int -- ;\n) -- end\n;", {"create table a (/*;*/ x int -- ;\n)"}},
        {"comment on table t is 'a;''b;'; comment on table t is E'a\\';b' ;",
         {"comment on table t is 'a;''b;'", "comment on table t is E'a\\';b'"}},
        {"comment on table t is E'a''\\'b'\n  'c\\';d'; create table x ();",
         {"comment on table t is E'a''\\'b'\n  'c\\';d'", "create table x ()"}},
        {"comment on table t is 'back\\'; create table x ();", {"comment on table t is 'back\\'", "create table x ()"}},
        {"create table \"a;\"\"b\" (); create table u ();", {"create table \"a;\"\"b\" ()", "create table u ()"}},
        {"create function f() returns int language sql as $$ select 1; $a$ $$; create table x();",
         {"create function f() returns int language sql as $$ select 1; $a$ $$", "create table x()"}},
        {"create function f() returns int language sql as $a$ ; $$ ; $b$ $a$;",
         {"create function f() returns int language sql as $a$ ; $$ ; $b$ $a$"}},
        {"create table a$b$ (c$ int); create table d$b$ ();", {"create table a$b$ (c$ int)", "create table d$b$ ()"}},
        {"create rule r as on insert to t do also (insert into a values (1); insert into b values (2)); create table x();",
         {"create rule r as on insert to t do also (insert into a values (1); insert into b values (2))", "create table x()"}},
        {"create or replace function f() returns int begin atomic select case when true then 1 end; select 2; end; create table "
         "x();",
         {"create or replace function f() returns int begin atomic select case when true then 1 end; select 2; end",
          "create table x()"}},
        {"create procedure p() begin atomic insert into t values (1); end",
         {"create procedure p() begin atomic insert into t values (1); end"}},
        {"create operator ->-- x\n (leftarg = int, procedure = f);", {"create operator ->-- x\n (leftarg = int, procedure = f)"}},
        {"\xC3\xA4; create table x();", {}},
    };
    for (const auto& [text, statements] : cases) {
        INFO(text);
        if (statements.empty()) {
            CHECK_THROWS_AS(split(text), Error);
        } else {
            CHECK(split(text) == statements);
        }
    }
}

TEST_CASE("source: what does not end says where it began") {
    CHECK(complaint("create table a ();\n  comment on table a is 'x;\n") == "2:25: unterminated quoted string");
    CHECK(complaint("comment on table a is E'x\\'") == "1:23: unterminated quoted string");
    CHECK(complaint("create table \"a ();") == "1:14: unterminated quoted identifier");
    CHECK(complaint("do $x$ begin end $y$") == "1:4: unterminated dollar-quoted string");
    CHECK(complaint("\n/* a /* b */ ") == "2:1: unterminated /* comment");
}

TEST_CASE("source: statements have roles") {
    struct Case {
        const char* text;
        Role role;
    };
    const Case cases[] = {
        {"create table t ()", Role::declares},
        {"drop table if exists t cascade", Role::declares},
        {"alter table t owner to x", Role::declares},
        {"grant select on t to x", Role::declares},
        {"grant a to b", Role::declares},
        {"revoke all on schema public from public", Role::declares},
        {"alter default privileges grant select on tables to x", Role::declares},
        {"comment on column t.a is 'x'", Role::declares},
        {"create role x", Role::declares},
        {"create user x password 'y'", Role::declares},
        {"create view v as select 1", Role::declares},
        {"create aggregate a (int) (sfunc = f, stype = int)", Role::declares},
        {"security label on table t is 'x'", Role::declares},
        {"set search_path to x, y", Role::sets},
        {"reset all", Role::sets},
        {"set session check_function_bodies = off", Role::sets},
        {"select set_config('search_path', '', false)", Role::sets},
        {"select set_config('search_path', f(), false)", Role::runs},
        {"select set_config('search_path', '', true)", Role::runs},
        {"select evil.set_config('search_path', '', false)", Role::runs},
        {"select set_config('search_path', '', false) from f()", Role::runs},
        {"select setval('s', 1)", Role::runs},
        {"select 1 into t", Role::runs},
        {"with x as (delete from t returning 1) select set_config('a.b', '', false)", Role::runs},
        {"values (1)", Role::runs},
        {"do $$ begin end $$", Role::runs},
        {"call p()", Role::runs},
        {"insert into t values (1, 'a')", Role::row},
        {"insert into t select 1", Role::row},
        {"create table t (a int) some future clause", Role::unknown},
        {"alter table t alter a set future", Role::unknown},
        {"grant select on future things t to x", Role::unknown},
    };
    for (const auto& [text, role] : cases) {
        INFO(text);
        auto source = source_of(std::string(text) + ";");
        REQUIRE(source.statements.size() == 1);
        CHECK(source.statements[0].role == role);
        CHECK(!source.statements[0].names.empty());
    }
    CHECK(source_of(
              "begin; start transaction; set transaction isolation level serializable; commit; end; refresh materialized view m;")
              .statements.empty());
}

TEST_CASE("source: what declares nothing is refused") {
    struct Case {
        const char* text;
        const char* message;
    };
    const Case cases[] = {
        {"update t set a = 1", "UPDATE is not accepted in desired files"},
        {"delete from t", "DELETE is not accepted in desired files"},
        {"with x as (select 1) delete from t", "DELETE is not accepted in desired files"},
        {"truncate t", "TRUNCATE is not accepted in desired files"},
        {"copy t from '/etc/passwd'", "COPY is not accepted in desired files"},
        {"copy (select 1) to program 'x'", "COPY is not accepted in desired files"},
        {"alter  system set work_mem = 1", "ALTER SYSTEM is not accepted in desired files"},
        {"create database x", "CREATE DATABASE is not accepted in desired files"},
        {"alter role x superuser", "ALTER ROLE is not accepted in desired files"},
        {"drop role x", "DROP ROLE is not accepted in desired files"},
        {"vacuum t", "VACUUM is not accepted in desired files"},
        {"analyze", "ANALYZE is not accepted in desired files"},
        {"rollback", "ROLLBACK is not accepted in desired files"},
        {"savepoint a", "SAVEPOINT is not accepted in desired files"},
        {"set role x", "SET ROLE is not accepted in desired files"},
        {"set session authorization x", "SET SESSION is not accepted in desired files"},
        {"select set_config('role', 'x', false)", "SELECT is not accepted in desired files"},
        {"set local search_path = x", "SET LOCAL is not accepted in desired files"},
        {"set constraints all deferred", "SET CONSTRAINTS is not accepted in desired files"},
        {"lock table t", "LOCK is not accepted in desired files"},
        {"prepare p as select 1", "PREPARE is not accepted in desired files"},
        {"explain select 1", "EXPLAIN is not accepted in desired files"},
        {"set client_encoding = 'LATIN1'", "the file sets the encoding latin1"},
        {"set standard_conforming_strings = off", "backslashes in plain strings are not read as escapes"},
        {"selct 1", "syntax error at or near \"selct\""},
        {"insert into t valuez (1)", "syntax error at or near \"valuez\""},
    };
    for (const auto& [text, message] : cases) {
        INFO(text);
        CHECK(complaint("create table t ();\n " + std::string(text) + ";").substr(4).find(message) != std::string::npos);
        CHECK(!complaint(text).empty());
    }
    CHECK(complaint("create table t ();\n  insert into \"ä\" valuez (1);") == "2:19: syntax error at or near \"valuez\"");
}

TEST_CASE("source: names are those of the file, folded") {
    struct Case {
        const char* text;
        const char* names;
    };
    const Case cases[] = {
        {"create table S.T (A int primary key, \"B\" text constraint c check (true), like x, constraint d unique (a), foreign "
         "key (a) references t)",
         "CreateStmt:s.t ColumnDef:s.t/a ColumnDef:s.t/B Constraint:s.t/c Constraint:s.t/d"},
        {"create foreign table f (a int) server s", "CreateForeignTableStmt:f ColumnDef:f/a"},
        {"alter table only s.t add column a int, add constraint c check (true), alter b set default 1, drop column d",
         "AlterTableStmt:s.t ColumnDef:s.t/a Constraint:s.t/c AlterTableCmd:s.t/b"},
        {"create unique index i on s.t (a)", "IndexStmt:s.i"},
        {"create index on s.t (a)", "IndexStmt:s."},
        {"create or replace view s.v as select 1", "ViewStmt:s.v"},
        {"create materialized view s.v as select 1", "CreateTableAsStmt:s.v"},
        {"create function s.f(int) returns int language sql as ''", "CreateFunctionStmt:s.f"},
        {"create procedure p() language sql as ''", "CreateFunctionStmt:p"},
        {"create aggregate s.a (int) (sfunc = f, stype = int)", "DefineStmt:s.a"},
        {"create type s.e as enum ('a')", "CreateEnumStmt:s.e String:s.e/a"},
        {"create type s.c as (a int, b text)", "CompositeTypeStmt:s.c ColumnDef:s.c/a ColumnDef:s.c/b"},
        {"create type s.r as range (subtype = int)", "CreateRangeStmt:s.r"},
        {"create domain s.d as int constraint c check (value > 0)", "CreateDomainStmt:s.d Constraint:s.d/c"},
        {"alter domain s.d add constraint c check (value > 0)", "AlterDomainStmt:s.d Constraint:s.d/c"},
        {"create sequence s.q", "CreateSeqStmt:s.q"},
        {"create trigger g after insert on s.t execute function f()", "CreateTrigStmt:s.t/g"},
        {"create policy p on s.t", "CreatePolicyStmt:s.t/p"},
        {"create rule r as on insert to s.t do nothing", "RuleStmt:s.t/r"},
        {"create schema s", "CreateSchemaStmt:s.s"},
        {"create schema authorization r", "CreateSchemaStmt:r.r AlterOwnerStmt:r.r"},
        {"create schema s grant select on t to r", "CreateSchemaStmt:s.s GrantStmt:s.t/r"},
        {"create schema s create table t (a int) create view x.v as select 1",
         "CreateSchemaStmt:s.s CreateStmt:s.t ColumnDef:s.t/a ViewStmt:x.v"},
        {"create extension e", "CreateExtensionStmt:e"},
        {"create statistics s.x on a, b from t", "CreateStatsStmt:s.x"},
        {"comment on table s.t is ''", "CommentStmt:s.t"},
        {"comment on column s.t.a is ''", "CommentStmt:s.t/a"},
        {"comment on trigger g on s.t is ''", "CommentStmt:s.t/g"},
        {"comment on function s.f(int) is ''", "CommentStmt:s.f"},
        {"comment on type s.e is ''", "CommentStmt:s.e"},
        {"comment on schema s is ''", "CommentStmt:s.s"},
        {"grant select on s.t, u to x", "GrantStmt:s.t/x GrantStmt:u/x"},
        {"grant execute on function s.f(int) to x", "GrantStmt:s.f/x"},
        {"grant usage on schema s to x", "GrantStmt:s.s/x"},
        {"revoke all on all tables in schema s, r from public, x", "GrantStmt:s./public GrantStmt:s./x GrantStmt:r./public GrantStmt:r./x"},
        {"alter default privileges in schema s, r grant select on tables to x", "AlterDefaultPrivilegesStmt:s.TABLES AlterDefaultPrivilegesStmt:r.TABLES"},
        {"alter default privileges for role a, b revoke execute on routines from public", "AlterDefaultPrivilegesStmt:a FUNCTIONS AlterDefaultPrivilegesStmt:b FUNCTIONS"},
        {"alter table only s.p attach partition r.c default", "AlterTableStmt:s.p PartitionCmd:r.c"},
        {"alter view s.v owner to x", "AlterTableStmt:s.v AlterOwnerStmt:s.v"},
        {"alter function s.f() owner to x", "AlterOwnerStmt:s.f"},
        {"alter schema s owner to x", "AlterOwnerStmt:s.s"},
        {"alter type s.e add value 'b'", "AlterEnumStmt:s.e"},
        {"insert into s.t values (1)", "InsertStmt:s.t"},
        {"set work_mem = 1", "VariableSetStmt:"},
        {"set search_path = a, 'B'", "VariableSetStmt:a.search_path VariableSetStmt:B.search_path"},
        {"reset search_path", "VariableSetStmt:search_path"},
    };
    for (const auto& [text, expected] : cases) {
        INFO(text);
        CHECK(names(text) == expected);
    }
}

TEST_CASE("source: elements know where they stand") {
    auto source = source_of("-- ä\ncreate table t (\n  \"ä\" int, b int,\n  constraint c check (true)\n);");
    const auto& names = source.statements[0].names;
    REQUIRE(names.size() == 4);
    auto at = [&](std::size_t i) {
        auto where = place(source.files[0], names[i].offset);
        return std::to_string(where.line) + ":" + std::to_string(where.column);
    };
    CHECK(at(0) == "2:1");
    CHECK(at(1) == "3:3");
    CHECK(at(2) == "3:12");
    CHECK(at(3) == "4:3");
}

TEST_CASE("source: what a scratch has no use for is blanked") {
    CHECK(split("create index concurrently i on t (concurrently(a))") ==
          Texts{"create index              i on t (concurrently(a))"});
    CHECK(split("drop index concurrently i") == Texts{"drop index              i"});
    CHECK(split("alter table t detach partition p concurrently") == Texts{"alter table t detach partition p             "});
    CHECK(split("create index i on t (a) -- concurrently") == Texts{"create index i on t (a)"});
    CHECK(split("create materialized view m as select 1 with data;") ==
          Texts{"create materialized view m as select 1           WITH NO DATA"});
    CHECK(split("create table m as select 1") == Texts{"create table m as select 1 WITH NO DATA"});
    CHECK(split("create materialized view m as select 1 with no data") ==
          Texts{"create materialized view m as select 1 with no data"});
}

TEST_CASE("source: deep nesting does not exhaust the stack") {
    std::string sum = "create view v as select 1";
    for (int i = 0; i < 20'000; ++i) sum += "+1";
    CHECK(source_of(sum).statements[0].node == "ViewStmt");
    std::string unions = "create view v as select 1";
    for (int i = 0; i < 20'000; ++i) unions += " union select 1";
    CHECK(source_of(unions).statements[0].node == "ViewStmt");
    CHECK(
        source_of("create view v as select " + std::string(100'000, '(') + "1" + std::string(100'000, ')')).statements[0].role ==
        Role::unknown);
    std::string large = "insert into t values (1)";
    for (int i = 0; i < 140'000; ++i) large += ",(1)";
    CHECK(complaint(large) == "1:1: the statement is too large");
}

TEST_CASE("source: one bad statement spoils no other") {
    auto source = source_of("create table a ();\ncreate table b (x int,,);\ncreate table c (a int 1a$ );\ncreate table d ();");
    REQUIRE(source.statements.size() == 4);
    CHECK(source.statements[1].role == Role::unknown);
    CHECK(source.statements[2].role == Role::unknown);
    CHECK(source.statements[3].names[0].object == "d");
}
