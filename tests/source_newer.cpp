// Statements that the linked grammar is too old for: told by their words, and no way around what is refused.
#include "tests/catch.hpp"
#include "tests/source_folder.hpp"

using namespace plumb;
using namespace plumb::tests;

namespace {

/// "node:schema.object/element", one word per name; of one statement.
std::string names(const std::string& text) {
    auto source = source_of(text);
    std::string out;
    for (const auto& name : source.statements.at(0).names)
        out += (out.empty() ? "" : " ") + name.node + ":" + (name.schema.empty() ? "" : name.schema + ".") + name.object +
               (name.element.empty() ? "" : "/" + name.element);
    return out;
}

}  // namespace

TEST_CASE("source: newer statements go by their words") {
    struct {
        const char *text, *names;
    } cases[] = {
        {"create table t (a int, b int generated always as (a * 2) virtual)", "CreateStmt:t ColumnDef:t/a ColumnDef:t/b"},
        {"create unlogged table if not exists \"S\".\"T\"\"t\" (\"A\" int, constraint c check (\"A\" > 0) not enforced, "
         "constraint d not null \"A\")",
         "CreateStmt:S.T\"t ColumnDef:S.T\"t/A Constraint:S.T\"t/c Constraint:S.T\"t/d"},
        {"create table t (a int4range, x numeric(10, 2), primary key (a without overlaps), not null x no inherit)",
         "CreateStmt:t ColumnDef:t/a ColumnDef:t/x"},
        {"alter table only s.t add constraint n not null a not valid", "AlterTableStmt:s.t"},
        {"alter table t alter constraint c not enforced", "AlterTableStmt:t"},
        {"create or replace view s.v as select 1 frobnicate 2 3", "ViewStmt:s.v"},
        {"create or replace function f() returns int begin atomic select 1 frobnicate 2 3; end", ":"},
        {"create frobnication x", ":"},
        {"drop frobnication x", "DropStmt:"},
        {"create /* a */ table -- b\n t (a int, b int generated always as (a) virtual)",
         "CreateStmt:t ColumnDef:t/a ColumnDef:t/b"},
    };
    for (const auto& [text, expected] : cases) {
        INFO(text);
        CHECK(names(text) == expected);
        CHECK(source_of(text).statements.at(0).role == Role::unknown);
        CHECK(source_of(text).statements.at(0).sql == text);
    }
}

TEST_CASE("source: newer statements leave what they would make of rows empty, and take their time") {
    struct {
        const char *text, *sql;
    } cases[] = {
        {"create materialized view v as select 1 frobnicate 2 3",
         "create materialized view v as select 1 frobnicate 2 3 WITH NO DATA"},
        {"create materialized view v as select 1 frobnicate 2 3 with data",
         "create materialized view v as select 1 frobnicate 2 3           WITH NO DATA"},
        {"create materialized view v as select 1 frobnicate 2 3 with no data",
         "create materialized view v as select 1 frobnicate 2 3 with no data"},
        {"create table t (a, b) as select 1 frobnicate 2 3", "create table t (a, b) as select 1 frobnicate 2 3 WITH NO DATA"},
        {"create unique index concurrently i on t (a) frobnicate 1", "create unique index              i on t (a) frobnicate 1"},
    };
    for (const auto& [text, sql] : cases) {
        INFO(text);
        CHECK(source_of(text).statements.at(0).sql == sql);
    }
}

TEST_CASE("source: newer statements that have no place in files are refused like older ones") {
    struct {
        const char *text, *message;
    } cases[] = {
        {"create database d frobnicate 1 2", "1:1: CREATE DATABASE is not accepted in desired files"},
        {"alter /* x */ system frobnicate 1 2", "1:1: ALTER is not accepted in desired files"},
        {"alter database d frobnicate 1 2", "1:1: ALTER DATABASE is not accepted in desired files"},
        {"create tablespace t frobnicate 1 2", "1:1: CREATE TABLESPACE is not accepted in desired files"},
        {"create user u frobnicate 1 2 superuser", "1:1: CREATE USER is not accepted in desired files"},
        {"alter role u frobnicate 1 2", "1:1: ALTER ROLE is not accepted in desired files"},
        {"alter table all in tablespace a frobnicate 1 2", "1:1: ALTER TABLE is not accepted in desired files"},
        {"select 1 frobnicate 2 3", "1:21: syntax error at or near \"2\""},
        {"merge frobnicate 2 3", "1:7: syntax error at or near \"frobnicate\""},
        {"do frobnicate 2", "1:4: syntax error at or near \"frobnicate\""},
    };
    for (const auto& [text, message] : cases) {
        INFO(text);
        CHECK(complaint(text) == message);
    }
    CHECK(source_of("grant a to b with frobnicate 1 2").statements.at(0).node == "GrantRoleStmt");
}

TEST_CASE("source: directives bind to columns of newer tables") {
    auto source = source_of(
        "create table t (\n  a int,\n  b int generated always as (a * 2) virtual,\n  -- plumb: using a + 1\n  c int\n);");
    REQUIRE(source.directives.size() == 1);
    const auto& directive = source.directives[0];
    CHECK(source.statements[directive.statement].names[directive.name].element == "c");
}
