// Every key of plumb.toml acts, in the file's own tables as in those of an environment, and the command line goes before it.
#include "tests/catch.hpp"
#include "tests/command.hpp"

using namespace plumb;
using namespace plumb::tests;

namespace {

const char* roles =
    "do 'begin create role plumb_test_owner; exception when duplicate_object then end';"
    "do 'begin create role plumb_test_reader; exception when duplicate_object then end';";

/// plumb with a configuration of these lines, against a target.
Output configured(const Target& target, const std::string& toml, const std::string& command, std::vector<std::string> options) {
    options.insert(options.end(), {"--config", file("acts.toml", toml)});
    return target.plumb(command, options);
}

}  // namespace

TEST_CASE("an environment says where, and goes before the file", "[config]") {
    Target target("create schema a; create schema b");
    auto files = file("nothing.sql", "-- nothing\n");
    auto config = file("acts.toml", "scope = {include = [\"nowhere\"]}\nallow = [\"loses_data\"]\n[env.test]\nurl = \"" +
                                        target.conninfo() + "\"\nscope = {include = [\"a\"]}\n[env.other]\nurl = \"" +
                                        target.conninfo() + "\"\n[env.nameless]\n");
    auto plumb = [&](const std::string& environment) {
        return tests::run({PLUMB_BINARY, "diff", files, "--config", config, "--env", environment});
    };
    CHECK(has(plumb("test").out, "Plan: 0 to add, 0 to change, 1 to drop."));
    CHECK(plumb("other").exit == 0);
    auto none = plumb("tset");
    CHECK(none.exit == 4);
    CHECK(has(none.err, "no such environment: tset\nhint: did you mean test?"));
    auto nameless = plumb("nameless");
    CHECK(nameless.exit == 4);
    CHECK(has(nameless.err, "acts.toml:8:"));
    CHECK(has(nameless.err, "environment nameless has no url"));
}

TEST_CASE("allow and scope act", "[config]") {
    Target target("create schema a; create table a.t (i int, j int); create schema b; create table b.t ()");
    auto files = file("a.sql", "CREATE SCHEMA a;\nCREATE TABLE a.t (i int);\n");
    const std::string scope = "scope = {include = [\"a\", \"b\"], exclude = [\"b\", \"b.*\"]}\n";
    CHECK(configured(target, scope, "apply", {files}).exit == 3);
    CHECK(configured(target, scope + "allow = [\"breaks_queries\"]\n", "apply", {files}).exit == 3);
    CHECK(configured(target, scope + "allow = [\"scans_table\", \"blocks_writes\", \"breaks_queries\"]\n", "apply", {files}).exit == 0);
    CHECK(configured(target, scope, "diff", {files}).exit == 0);
    CHECK(configured(target, scope, "diff", {files, "--schema", "c"}).exit == 0);
    CHECK(target.plumb("diff", {files}).exit == 2);
    CHECK(target.ask("select count(*)::text from pg_class where oid = to_regclass('b.t')") == "1");
}

TEST_CASE("manage acts", "[config]") {
    Target target(std::string(roles) +
                  "create table t (); create table u (); alter table t owner to plumb_test_owner; grant select on t, u to "
                  "plumb_test_reader");
    auto files = file("t.sql", "CREATE TABLE t ();\nCREATE TABLE u ();\nREVOKE SELECT ON t FROM plumb_test_reader;\n");
    auto changes = [&](const std::string& toml) { return configured(target, toml, "diff", {files, "--format", "sql"}).out; };
    CHECK(has(changes(""), "ON TABLE public.t FROM plumb_test_reader"));
    CHECK(!has(changes(""), "public.u"));
    CHECK(!has(changes(""), "OWNER"));
    CHECK(has(changes("manage = {grants = \"all\"}\n"), "ON TABLE public.u FROM plumb_test_reader"));
    CHECK(!has(changes("manage = {grants = \"none\"}\n"), "REVOKE"));
    CHECK(has(changes("manage = {owners = \"all\"}\n"), "ALTER TABLE public.t OWNER TO CURRENT_USER"));
    CHECK(!has(changes("manage = {owners = \"none\"}\n"), "OWNER"));
}

TEST_CASE("ignore, proof and scratch act", "[config]") {
    Target target("create function f() returns int language sql as 'select 1'; update pg_proc set prokind = 'a' where oid = 'f'::regproc");
    auto files = file("t.sql", "CREATE TABLE t ();\n");
    const std::string ignore = "ignore = [\"function *\"]\n";
    CHECK(configured(target, "", "diff", {files}).exit == 1);
    CHECK(has(configured(target, ignore, "diff", {files}).out, "Proven: the plan and its inverse"));
    CHECK(has(configured(target, ignore + "proof = \"none\"\n", "diff", {files}).out, "NOT PROVEN"));
    CHECK(has(configured(target, ignore + "proof = \"none\"\n", "diff", {files, "--proof", "full"}).out, "Proven: the plan"));
    CHECK(configured(target, ignore + "proof = \"none\"\n", "diff", {files}).exit == 2);

    CHECK(configured(target, ignore + "scratch = \"host=/nowhere\"\n", "diff", {files}).exit == 1);
    CHECK(configured(target, ignore + "scratch = \"target\"\n", "diff", {files}).exit == 2);
    CHECK(configured(target, ignore + "scratch = \"" + server().conninfo("postgres") + "\"\n", "diff", {files, "--trust-files"})
              .exit == 2);
    CHECK(target.ask("select count(*)::text from pg_database where datname ~ '^plumb_scratch_'") == "0");
    auto endless =
        file("endless.sql",
             "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql IMMUTABLE AS 'BEGIN LOOP END LOOP; END';\n"
             "CREATE TABLE t (i int) PARTITION BY RANGE (i);\nCREATE TABLE p PARTITION OF t FOR VALUES FROM (f()) TO (9);\n");
    auto late = configured(target, ignore + "scratch_timeout = \"1s\"\n", "diff", {endless});
    CHECK(late.exit == 1);
    CHECK(has(late.err, "the time for work on the scratch is over"));
}

TEST_CASE("timeouts act", "[config]") {
    Target target("create table t (i int); insert into t values (1)");
    auto files = file("t.sql", "CREATE TABLE t (i int, j int);\n");
    {
        Connection other(target.conninfo());
        other.run("begin; lock table t in row exclusive mode");
        auto start = std::chrono::steady_clock::now();
        auto blocked = configured(target, "lock_timeout = \"50ms\"\nlock_budget = \"300ms\"\n", "apply", {files});
        INFO(blocked.err);
        CHECK(blocked.exit == 6);
        CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(60));
    }
    auto slow =
        file("slow.sql",
             "CREATE FUNCTION slow(int) RETURNS bool LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep($1); RETURN true; END';\n"
             "CREATE TABLE t (i int CHECK (slow(i * 20)));\n");
    auto ended = configured(target, "statement_timeout = \"200ms\"\nallow = [\"all\"]\n", "apply", {slow});
    INFO(ended.err);
    CHECK(ended.exit == 1);
    CHECK(has(ended.err, "statement timeout"));
}
