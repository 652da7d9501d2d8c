// The scratch on the target's own server, and what stands in for what the scratch lacks.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <thread>

#include "tests/catch.hpp"
#include "tests/command.hpp"

using namespace plumb;
using namespace plumb::tests;

namespace {

const char* files_of_shop =
    "CREATE SCHEMA shop;\nCREATE TABLE shop.item (id int PRIMARY KEY, name text);\nCREATE VIEW shop.names AS SELECT name FROM "
    "shop.item;\n";

/// Roles that the tests of this file connect with; made once for all databases.
void make_roles() {
    for (std::string role : {"scratch_maker login createdb", "scratch_tied login"})
        Connection(server().conninfo("postgres"))
            .run("do 'begin create role " + role + "; exception when duplicate_object then end'");
}

Output as(const std::string& role, const Target& target, const std::string& command, std::vector<std::string> options,
          const std::vector<std::string>& before = {}) {
    auto words = before;
    words.insert(words.end(), {PLUMB_BINARY, command});
    words.insert(words.end(), options.begin(), options.end());
    words.insert(words.end(), {"--db", target.conninfo(role)});
    return tests::run(words, {.folder = server().folder()});
}

/// All that a scratch could leave on the server.
std::string left(const Target& target) {
    return target.ask(
        "select datname from pg_database union all select rolname from pg_roles union all select datname || rolname from "
        "pg_db_role_setting"
        " join pg_database d on d.oid = setdatabase left join pg_roles r on r.oid = setrole order by 1");
}

}  // namespace

TEST_CASE("target: a throwaway database on its own server, where that is asked for", "[command]") {
    make_roles();
    Target target(
        "create schema old; create table old.t (i int); alter schema old owner to scratch_maker; alter table old.t owner to "
        "scratch_maker");
    target.ask("grant create on database " + target.name + " to scratch_maker");
    auto files = file("shop.sql", files_of_shop);
    auto before = left(target);
    auto counter = [&] {
        // What came and went there has used up numbers.
        Connection(server().conninfo("postgres")).query("create database counter");
        auto out = target.ask("select oid::text from pg_database where datname = 'counter'");
        Connection(server().conninfo("postgres")).query("drop database counter");
        return std::stol(out);
    };
    auto start = counter();
    auto diff = as("scratch_maker", target, "diff", {files, "--scratch", "target"});
    INFO(diff.err + diff.out);
    CHECK(diff.exit == 2);
    CHECK(has(diff.out, "Proven"));
    CHECK(left(target) == before);
    CHECK(counter() - start > 5);
    CHECK(as("scratch_maker", target, "apply", {files, "--schema", "shop", "--scratch", "target"}).exit == 0);
    CHECK(as("scratch_maker", target, "drift", {files, "--schema", "shop", "--scratch", "target"}).exit == 0);

    // In the configuration it is a permission: as long as the embedded server will do, that is taken.
    file("target.toml", "scratch = \"target\"\n");
    start = counter();
    CHECK(as("scratch_maker", target, "diff", {files, "--config", server().folder() + "/target.toml"}).exit == 2);
    CHECK(counter() - start < 5);
}

TEST_CASE("target: what a killed run left there is removed by the next", "[command]") {
    make_roles();
    Target target;
    auto before = left(target);
    auto slow =
        file("slow.sql",
             "create function f() returns int language plpgsql immutable as 'begin perform pg_sleep(60); return 1; end';\n"
             "create table t (a int) partition by range (a);\ncreate table p partition of t for values from (f()) to (9);\n");
    auto killed = as("scratch_maker", target, "diff", {slow, "--scratch", "target"}, {"timeout", "-s", "KILL", "2"});
    CHECK(killed.exit == 137);
    CHECK(left(target) != before);
    auto next = as("scratch_maker", target, "diff", {file("shop.sql", files_of_shop), "--scratch", "target"});
    INFO(next.err);
    CHECK(next.exit == 2);
    CHECK(left(target) == before);
    auto ended = as("scratch_maker", target, "diff", {slow, "--scratch", "target", "--scratch-timeout", "2s"});
    CHECK(has(ended.err, "the time for work on the scratch is over"));
    CHECK(left(target) == before);
}

TEST_CASE("target: what cannot be done there safely is refused", "[command]") {
    make_roles();
    Target target;
    auto before = left(target);
    auto files = file("shop.sql", files_of_shop);
    auto superuser = target.plumb("diff", {files, "--scratch", "target"});
    CHECK(superuser.exit == 4);
    CHECK(has(superuser.err, "the role postgres may do as "));
    CHECK(has(superuser.err, "--trust-files"));
    CHECK(target.plumb("diff", {files, "--scratch", target.conninfo()}).exit == 4);
    CHECK(target.plumb("diff", {files, "--scratch", "target", "--trust-files"}).exit == 2);
    auto role = file("role.sql", "CREATE ROLE scratch_new;\nCREATE TABLE t ();\n");
    for (std::string who : {"scratch_maker", "postgres"}) {
        auto output = as(who, target, "diff", {role, "--scratch", "target", "--trust-files"});
        CHECK(output.exit == 4);
        CHECK(has(output.err, "role.sql:1:1: error: the files make role scratch_new, which the target lacks"));
    }
    auto tied = as("scratch_tied", target, "diff", {files, "--scratch", "target"});
    CHECK(tied.exit == 1);
    CHECK(has(tied.err, "the role scratch_tied may not create databases"));
    Server standby("", "", &server());
    auto there =
        tests::run({PLUMB_BINARY, "diff", files, "--scratch", "target", "--db", standby.conninfo(target.name, "scratch_maker")});
    INFO(there.err);
    CHECK(there.exit == 1);
    CHECK(has(there.err, "read-only"));
    CHECK(left(target) == before);
}

TEST_CASE("target: an extension that the embedded server lacks is looked for there", "[command]") {
    make_roles();
    Target target;
    auto wants = file("wants.sql", "-- the extension\nCREATE EXTENSION pg_partman_not_packaged;\n");
    auto missing = target.plumb("diff", {wants});
    CHECK(missing.exit == 1);
    CHECK(has(missing.err, "wants.sql:2:1: error: extension \"pg_partman_not_packaged\" is not available"));
    CHECK(has(missing.err, "install the package that brings extension \"pg_partman_not_packaged\" for PostgreSQL"));
    auto known = target.plumb("diff", {file("postgis.sql", "CREATE EXTENSION plperl;\n")});
    INFO(known.err);
    CHECK(has(known.err, "install postgresql-plperl-"));
    file("target.toml", "scratch = \"target\"\n");
    auto nowhere = as("scratch_maker", target, "diff", {wants, "--config", server().folder() + "/target.toml"});
    INFO(nowhere.err);
    CHECK(has(nowhere.err, "the embedded server lacks extension pg_partman_not_packaged: trying the next one"));
    CHECK(has(nowhere.err, "the server of the scratch lacks extension pg_partman_not_packaged"));
    CHECK(has(nowhere.err, "wants.sql:2:1: error:"));
    CHECK(nowhere.exit == 1);
}

TEST_CASE("target: collations of its system and tablespaces have stand-ins", "[command]") {
    Target target;
    Connection connection(target.conninfo());
    if (target.ask("select count(*)::text from pg_tablespace where spcname = 'fast disks'") == "0") {
        connection.query("set allow_in_place_tablespaces = on");
        connection.query("create tablespace \"fast disks\" location ''");
    }
    connection.query("create collation pg_catalog.\"xx_YY.utf8\" (locale = 'C.UTF-8')");
    std::string text =
        "CREATE TABLE public.words (w text COLLATE pg_catalog.\"xx_YY.utf8\", i int, PRIMARY KEY (i) USING INDEX TABLESPACE "
        "\"fast disks\") TABLESPACE \"fast disks\";\n";
    target.ask(text);
    auto files = file("words.sql", text);
    auto same = target.plumb("diff", {files});
    INFO(same.err + same.out);
    CHECK(same.exit == 0);
    auto more = file("words2.sql", text +
                                       "CREATE INDEX words_w ON public.words (w) TABLESPACE \"fast disks\";\nALTER TABLE "
                                       "public.words ADD COLUMN x text COLLATE \"xx_YY.utf8\";\n");
    auto applied = target.plumb("apply", {more, "--allow", "all"});
    INFO(applied.err + applied.out);
    CHECK(applied.exit == 0);
    CHECK(has(applied.out, "the scratch lacks the target's collation xx_YY.utf8"));
    CHECK(target.ask("select count(*)::text from pg_attribute where attcollation = 'pg_catalog.\"xx_YY.utf8\"'::regcollation and "
                     "attrelid = 'words'::regclass") == "2");
    CHECK(target.ask("select spcname from pg_class c join pg_tablespace t on t.oid = reltablespace where relname = 'words_w'") ==
          "fast disks");
    CHECK(target.plumb("diff", {more}).exit == 0);
    CHECK(target.plumb("rollback", {"--allow", "all"}).exit == 0);
    target.ask("alter index words_pkey set tablespace pg_default");
    auto moved = target.plumb("drift", {files});
    INFO(moved.out);
    CHECK(moved.exit == 2);
    CHECK(has(moved.out, "tablespace: \"fast disks\" -> none"));
    CHECK(target.plumb("apply", {files, "--allow", "all"}).exit == 0);
    CHECK(target.plumb("drift", {files}).exit == 0);
}
