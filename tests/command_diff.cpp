// diff, apply and drift from desired files: what comes out, how it ends, and what it leaves behind.
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <thread>

#include "tests/catch.hpp"
#include "tests/command.hpp"

using namespace plumb;
using namespace plumb::tests;

namespace {

const char* shop =
    "-- plumb: intent Sell things\nCREATE SCHEMA shop;\nCREATE TABLE shop.item (id int PRIMARY KEY, name text NOT NULL);\n"
    "CREATE VIEW shop.names AS SELECT name FROM shop.item;\n";

/// A folder that no other test uses, e.g. for the scratches of a run.
struct Folder {
    std::string path = "/tmp/plumb_test_folder." + std::to_string(getpid());
    Folder() { std::filesystem::create_directory(path), chmod(path.c_str(), 0755); }
    ~Folder() { std::filesystem::remove_all(path); }
    bool clean() const { return std::filesystem::is_empty(path) && !has(tests::run({"ps", "-eo", "args"}).out, "-D " + path); }
};

}  // namespace

TEST_CASE("from files to a database and back", "[command]") {
    Target target;
    auto files = file("shop.sql", shop);
    auto diff = target.plumb("diff", {files});
    INFO(diff.err + diff.out);
    CHECK(diff.exit == 2);
    CHECK(has(diff.out, "Plan: 3 to add, 0 to change, 0 to drop.\nProven: the plan and its inverse were rehearsed."));
    CHECK(has(diff.out, "“Sell things”"));
    CHECK(target.ask("select count(*)::text from pg_namespace where nspname in ('shop', 'plumb')") == "0");

    CHECK(target.plumb("apply", {files}).exit == 0);
    CHECK(target.ask("select array_to_string(intents, '') from plumb.deployment") == "Sell things");
    auto again = target.plumb("diff", {files});
    CHECK(again.exit == 0);
    CHECK(again.out == "No changes: the database is what the files say.\n");
    CHECK(target.plumb("apply", {files}).out == "Nothing to do: the database is what the files say.\n");
    CHECK(target.ask("select count(*)::text from plumb.deployment") == "1");
    CHECK(target.plumb("drift", {files}).exit == 0);

    target.ask("alter table shop.item add price int");
    auto drift = target.plumb("drift", {files, "--format", "json"});
    CHECK(drift.exit == 2);
    CHECK(has(drift.out, "\"drifted\": true"));
    CHECK(has(target.plumb("drift", {files}).out, "+ column  price"));
    CHECK(target.plumb("drift", {files, "-q"}).out.empty());
    CHECK(target.plumb("rollback", {"--allow", "all"}).exit == 5);
    target.ask("alter table shop.item drop price");
    CHECK(target.plumb("rollback", {"--allow", "all"}).exit == 0);
    CHECK(target.ask("select count(*)::text from pg_namespace where nspname = 'shop'") == "0");
}

TEST_CASE("files that were elaborated once are not loaded again where nothing is to be proven", "[command]") {
    Target target;
    auto files = file("again.sql", "-- plumb: intent Begin anew\nCREATE TABLE again_" + std::to_string(getpid()) + " (id int);\n");
    auto loads = [&](const std::string& command) { return has(target.plumb(command, {files, "-v"}).err, "loading the files"); };
    CHECK(loads("diff"));
    CHECK_FALSE(loads("diff"));
    target.ask("create table other (id int)");
    CHECK_FALSE(loads("drift"));
    CHECK(has(target.plumb("diff", {files}).out, "“Begin anew”"));
}

TEST_CASE("a plan is written, reviewed and applied later", "[command]") {
    Target target;
    auto files = file("shop.sql", shop), plan = server().folder() + "/later.json", script = server().folder() + "/later.sql";
    auto diff = target.plumb("diff", {files, "--format", "json=" + plan, "--format", "sql=" + script});
    CHECK(diff.exit == 2);
    CHECK(diff.out.empty());
    CHECK(target.plumb("apply", {"--plan", plan}).exit == 0);
    CHECK(target.plumb("diff", {files}).exit == 0);
    CHECK(target.plumb("rollback", {"--allow", "all"}).exit == 0);
    CHECK(server().psql(target.name, script).exit == 0);
    CHECK(target.plumb("diff", {files}).exit == 0);
    CHECK(target.plumb("apply", {"--plan", plan}).exit == 5);
}

TEST_CASE("the inverse is the plan of the way back", "[command]") {
    Target target(shop);
    auto nothing = file("nothing.sql", "-- nothing\n");
    auto back = target.plumb("diff", {nothing, "--inverse", "--format", "sql"});
    INFO(back.err);
    CHECK(back.exit == 2);
    CHECK(has(back.out, "CREATE TABLE shop.item"));
    CHECK(!has(back.out, "\nDROP TABLE shop"));
}

TEST_CASE("either side may be files or a database", "[command]") {
    auto files = file("shop.sql", shop), nothing = file("nothing.sql", "-- nothing\n");
    auto between = tests::run({PLUMB_BINARY, "diff", files, "--from", nothing});
    INFO(between.err);
    CHECK(between.exit == 2);
    CHECK(has(between.out, "Plan: 3 to add"));
    CHECK(tests::run({PLUMB_BINARY, "diff", files, "--from", files}).exit == 0);

    Target model(shop), target;
    auto copy = target.plumb("apply", {model.conninfo()});
    INFO(copy.err);
    CHECK(copy.exit == 0);
    CHECK(target.plumb("diff", {files}).exit == 0);
    CHECK(target.plumb("drift", {model.conninfo()}).exit == 0);
}

TEST_CASE("only what is in scope is touched, and what depends on it is rehearsed", "[command]") {
    Target target(
        "create schema mine; create table mine.t (i int); create schema theirs; create table theirs.t (); "
        "create view theirs.v as select i from mine.t");
    auto files = file("mine.sql", "CREATE SCHEMA mine;\nCREATE TABLE mine.t (i int, j int);\n");
    auto diff = target.plumb("diff", {files, "--exclude", "theirs"});
    INFO(diff.err + diff.out);
    CHECK(diff.exit == 2);
    CHECK(has(diff.out, "Plan: 1 to add, 0 to change, 0 to drop.\nProven: the plan and its inverse were rehearsed."));
    CHECK(target.plumb("diff", {files, "--schema", "mine"}).exit == 2);
    auto retyped = target.plumb(
        "apply", {file("mine.sql", "CREATE SCHEMA mine;\nCREATE TABLE mine.t (i bigint);\n"), "--exclude", "theirs"});
    CHECK(retyped.exit == 3);
    CHECK(has(retyped.out, "warning: view theirs.v is not managed and uses mine.t.i, which step 1 changes"));
    CHECK(has(retyped.err, "untracked_dependency (step 1)"));
    file("mine.sql", "CREATE SCHEMA mine;\nCREATE TABLE mine.t (i int, j int);\n");
    CHECK(
        target
            .plumb("diff", {file("no.sql", "-- nothing\n"), "--exclude", "mine", "--exclude", "theirs.*", "--exclude", "theirs"})
            .exit == 0);

    file("scope.toml", "[scope]\nexclude = [\"theirs\"]\n[env.test]\nurl = \"" + target.conninfo() + "\"\n");
    auto config = server().folder() + "/scope.toml";
    auto from_config = tests::run({PLUMB_BINARY, "diff", files, "--config", config, "--env", "test"});
    INFO(from_config.err);
    CHECK(from_config.exit == 2);
    CHECK(tests::run({PLUMB_BINARY, "diff", files, "--config", config, "--env", "nope"}).exit == 4);
}

TEST_CASE("objects that nobody knows are named and refused", "[command]") {
    Target target("create function f() returns int language sql as 'select 1'; update pg_proc set prokind = 'a' where oid = 'f'::regproc");
    auto nothing = file("nothing.sql", "-- nothing\n");
    auto refused = target.plumb("diff", {nothing});
    CHECK(refused.exit == 1);
    CHECK(has(refused.err, "function public.f()"));
    CHECK(target.plumb("diff", {nothing, "--ignore", "function *"}).exit == 0);
}

TEST_CASE("bad input gives one error at its place", "[command]") {
    Target target;
    Folder folder;
    std::filesystem::create_directory(folder.path + "/empty");
    struct Case {
        const char *name, *sql, *words;
        int exit;
    };
    const Case cases[] = {
        {"empty.sql", "", "empty.sql: error: ", 1},
        {"syntax.sql", "\ncreate tabel x();", "syntax.sql:2:8: error: syntax error", 1},
        {"missing.sql", "create table a (i int references nope (i));", "missing.sql:1:1: error: relation \"nope\" does not exist",
         1},
        {"twice.sql", "create table a ();\ncreate table a ();", "twice.sql:2:1: error: relation \"a\" already exists", 1},
        {"update.sql", "update a set i = 1;", "update.sql:1:1: error: UPDATE is not accepted", 1},
        {"column.sql", "create view v as\n  select nope from pg_class;", "column.sql:2:10: error: column \"nope\" does not exist",
         1},
        {"directive.sql", "-- plumb: nonsense\ncreate table a ();", "directive.sql:1:1: error: unknown directive", 1},
        {"bound.sql", "\n-- plumb: backfill 1\ncreate view v as select 1;", "bound.sql:2:1: error: directive `backfill` is not about view", 4},
    };
    for (const auto& one : cases) {
        INFO(one.name);
        std::ofstream(folder.path + "/" + one.name) << one.sql;
        auto output = target.plumb("diff", {folder.path + "/" + one.name});
        INFO(output.err);
        CHECK(output.exit == one.exit);
        CHECK(has(output.err, one.words));
        CHECK(output.out.empty());
    }
    for (std::string path : {folder.path + "/nope.sql", folder.path + "/empty", folder.path + "/nope*.sql"})
        CHECK(target.plumb("diff", {path}).exit == 1);
    CHECK(tests::run({PLUMB_BINARY, "diff", file("nothing.sql", "-- nothing\n"), "--db", server().conninfo("no_such_database")})
              .exit == 1);
    CHECK(tests::run({PLUMB_BINARY, "diff", file("nothing.sql", "-- nothing\n"), "--db", "host=/nowhere"}).exit == 1);
    CHECK(target.plumb("diff", {file("nothing.sql", "-- nothing\n"), "--format", "text=/nowhere/x"}).exit == 1);
}

TEST_CASE("a wrong password is said, and not told", "[command]") {
    Target target("do 'begin create role plumb_test_secret login password ''right''; exception when duplicate_object then end'");
    auto rules = server().folder() + "/data/pg_hba.conf";
    std::ifstream in(rules);
    std::string before{std::istreambuf_iterator<char>(in), {}};
    std::ofstream(rules) << "local all plumb_test_secret scram-sha-256\n" << before;
    target.ask("select pg_reload_conf()");
    auto nothing = file("nothing.sql", "-- nothing\n");
    auto right =
        tests::run({"env", "PGPASSWORD=right", PLUMB_BINARY, "diff", nothing, "--db", target.conninfo("plumb_test_secret")});
    auto wrong = tests::run({PLUMB_BINARY, "diff", nothing, "--db", target.conninfo("plumb_test_secret") + " password=geheim"});
    std::ofstream(rules) << before;
    target.ask("select pg_reload_conf()");
    INFO(right.err + wrong.err);
    CHECK(right.exit == 0);
    CHECK(wrong.exit == 1);
    CHECK(has(wrong.err, "password authentication failed"));
    CHECK(!has(wrong.err, "geheim"));
}

TEST_CASE("a read-only role may diff and drift", "[command]") {
    Target target(std::string(shop) + "do 'begin create role plumb_test_reader login; exception when duplicate_object then end'");
    auto files = file("shop.sql", shop);
    auto diff = tests::run({PLUMB_BINARY, "diff", files, "--db", target.conninfo("plumb_test_reader")});
    INFO(diff.err + diff.out);
    CHECK(diff.exit == 0);
    CHECK(tests::run(
              {"env", "PGOPTIONS=-c default_transaction_read_only=on", PLUMB_BINARY, "drift", files, "--db", target.conninfo()})
              .exit == 0);
}

TEST_CASE("the database that moves between plan and apply is not touched", "[command]") {
    Target target;
    auto plan = server().folder() + "/moved.json";
    target.plumb("diff", {file("shop.sql", shop), "--format", "json=" + plan});
    target.ask("create table public.new_here ()");
    auto stale = target.plumb("apply", {"--plan", plan});
    CHECK(stale.exit == 5);
    CHECK(target.ask("select count(*)::text from pg_namespace where nspname in ('shop', 'plumb')") == "0");
}

TEST_CASE("a diff that is killed leaves no server behind", "[command]") {
    Target target;
    auto files = file("shop.sql", shop);
    Folder place;
    for (std::string signal : {"INT", "TERM", "KILL"})
        for (std::string after : {"0.15", "0.3", "0.45", "0.6"})
            target.plumb("diff", {files}, {"env", "TMPDIR=" + place.path, "timeout", "-s", signal, after});
    for (int tries = 0; !place.clean() && tries < 50; ++tries) std::this_thread::sleep_for(std::chrono::milliseconds(100));
    CHECK(place.clean());
}

TEST_CASE("a rename is one line, in the plan as in the drift", "[command]") {
    Target target(
        "create schema shop; create table shop.\"order\" (id int, note text); insert into shop.\"order\" values (1, 'x')");
    auto files = file("renamed.sql",
                      "create schema shop;\n-- plumb: renamed from order\ncreate table shop.orders (\n    id int,\n"
                      "    remark text -- plumb: renamed from note\n);\n");
    auto diff = target.plumb("diff", {files});
    INFO(diff.err + diff.out);
    CHECK(diff.exit == 2);
    CHECK(has(diff.out, "~ table  shop.orders  renamed from shop.\"order\""));
    CHECK(has(diff.out, "~ column  remark  renamed from note"));
    CHECK(has(target.plumb("diff", {files, "--inverse"}).out, "renamed to shop.\"order\""));
    CHECK(has(target.plumb("drift", {files}).out, "renamed to shop.\"order\""));
    CHECK(target.plumb("apply", {files}).exit == 3);
    CHECK(target.plumb("apply", {files, "--allow", "breaks_queries"}).exit == 0);
    CHECK(target.ask("select remark from shop.orders") == "x");
    CHECK(target.plumb("drift", {files}).exit == 0);
    CHECK(target.plumb("rollback", {"--allow", "breaks_queries"}).exit == 0);
    CHECK(target.ask("select note from shop.\"order\"") == "x");
}
