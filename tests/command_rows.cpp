// Reference rows: what INSERT statements of desired files declare.
#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/command.hpp"
#include "tests/source_folder.hpp"

using namespace plumb;
using namespace plumb::tests;

namespace {

const char* table = "create table country (code text primary key, name text not null);\n";

std::string desired() {
    return file("country.sql", std::string(table) + "insert into country values ('de', 'Germany'), ('fr', 'France');\n");
}

}  // namespace

TEST_CASE("rows that moved are seen at once, by drift and by who applies a plan", "[rows]") {
    Target target(table);
    auto files = desired();
    CHECK(target.plumb("apply", {files, "--yes"}).exit == 0);
    CHECK(target.plumb("drift", {files}).exit == 0);
    CHECK(target.plumb("diff", {files}).exit == 0);
    target.ask("update country set name = 'Allemagne' where code = 'de' returning code");
    auto drift = target.plumb("drift", {files});
    CHECK(drift.exit == 2);
    CHECK(has(drift.out, "Allemagne"));
    auto plan = server().folder() + "/rows.json";
    CHECK(target.plumb("diff", {files, "--format", "json=" + plan}).exit == 2);
    target.ask("update country set name = 'Alemania' where code = 'de' returning code");
    CHECK(target.plumb("apply", {"--plan", plan, "--yes"}).exit == 5);
    target.ask("update country set name = 'Allemagne' where code = 'de' returning code");
    // Rows that nobody declares move as they like.
    target.ask("insert into country values ('xx', 'Nowhere') returning code");
    CHECK(target.plumb("apply", {"--plan", plan, "--yes"}).exit == 0);
    CHECK(target.ask("select string_agg(name, ' ' order by code) from country") == "Germany France Nowhere");
    auto undone = target.plumb("rollback", {"--yes"});
    INFO(undone.err);
    CHECK(undone.exit == 0);
    CHECK(target.ask("select string_agg(name, ' ' order by code) from country") == "Allemagne France Nowhere");
}

TEST_CASE("rows that the role may not read are reported and not compared", "[rows]") {
    Target target(std::string(table) +
                  "do 'begin create role plumb_test_rowless login; exception when duplicate_object then end'");
    auto diff = tests::run({PLUMB_BINARY, "diff", desired(), "--db", target.conninfo("plumb_test_rowless")},
                           {.folder = server().folder()});
    INFO(diff.out + diff.err);
    CHECK(diff.exit == 0);
    CHECK(has(diff.err, "the rows of public.country are not seen and not compared: plumb_test_rowless may not read all of them"));
}

TEST_CASE("a snapshot of files carries their rows", "[rows]") {
    Folder folder;
    auto path = folder.path("country.snapshot");
    auto snapshot = tests::run({PLUMB_BINARY, "snapshot", desired(), "-o", path}, {.folder = server().folder()});
    INFO(snapshot.err);
    REQUIRE(snapshot.exit == 0);
    Target target(std::string(table) + "insert into country values ('fr', 'Frankreich')");
    auto diff = target.plumb("diff", {path, "--format", "json"});
    INFO(diff.out + diff.err);
    CHECK(diff.exit == 2);
    auto steps = nlohmann::json::parse(diff.out).at("steps");
    REQUIRE(steps.size() == 2);
    CHECK(steps[0].at("sql") == "INSERT INTO public.country (code, name) VALUES ('de', 'Germany')");
    CHECK(steps[1].at("sql") == "UPDATE public.country SET name = 'France' WHERE code = 'fr'");
    CHECK(steps[0].at("phase") == "migrate");
}

TEST_CASE("an INSERT whose rows cannot be told apart is an error at its line", "[rows]") {
    struct Example {
        const char* sql;
        const char* message;
    };
    const Example examples[] = {
        {"create table t (a int);\ninsert into t values (1);", "bad.sql:2:1: error: nothing tells the rows of public.t apart"},
        {"create table t (a serial primary key, b int);\ninsert into t (b) values (1);",
         "bad.sql:2:1: error: the INSERT leaves the key column a of public.t to chance"},
        {"create table t (a serial primary key, b int unique, c int unique);\ninsert into t (b, c) values (1, 1);",
         "leaves the key column a of public.t to chance"},
        {"create table t (a serial primary key, b int unique);\ncreate table u (a int primary key references t);\n"
         "insert into t (b) values (7);\ninsert into u select a from t;",
         "bad.sql:4:1: error: a row of public.u refers to public.t (a), which the INSERT of that leaves to chance"},
        {"create table t (a int unique);\n-- plumb: rows key (a)\ninsert into t values (null);", "has NULL in its key a"},
        {"create table t (a int, b int);\n-- plumb: rows key (b)\ninsert into t values (1, 2);",
         "bad.sql:2:1: error: no unique key of public.t"},
        {"create table t (a int primary key);\n-- plumb: rows key (c)\ninsert into t values (1);", "public.t has no column c"},
        {"create table t (a int primary key);\n-- plumb: rows some\ninsert into t values (1);", "directive `rows` reads"},
        {"create table t (a int primary key);\n-- plumb: rows exact\ncreate view v as select 1 as a;",
         "`rows` is about an INSERT"},
        {"create table t (a int primary key);\n-- plumb: rows exact\ninsert into t values (1);\n-- plumb: rows merge\ninsert "
         "into t values (2);",
         "bad.sql:4:1: error: another directive"},
        {"create view v as select 1 as a;\ncreate rule r as on insert to v do instead nothing;\ninsert into v values (1);",
         "public.v is none"},
    };
    Target target;
    for (const auto& example : examples) {
        auto diff = target.plumb("diff", {file("bad.sql", example.sql)});
        INFO(example.sql << "\n" << diff.err << diff.out);
        CHECK(diff.exit == 4);
        CHECK(has(diff.err, example.message));
    }
}
