// Where a state may come from: files, a ref of git, a snapshot, a database; most of it without any database at all.
#include "tests/catch.hpp"
#include "tests/command.hpp"
#include "tests/source_folder.hpp"

using namespace plumb;
using namespace plumb::tests;

namespace {

/// Runs plumb in a folder, where no server can be reached.
Output offline(const std::vector<std::string>& options, const std::string& folder) {
    std::vector<std::string> words{"env", "PGHOST=/nowhere", PLUMB_BINARY};
    words.insert(words.end(), options.begin(), options.end());
    return tests::run(words, {.folder = folder});
}

/// A repository of two commits and a working tree that differs from both.
class Repository {
public:
    Repository() {
        git({"init", "--quiet"});
        folder.write("schema/1.sql", "CREATE TABLE one (i int);\n");
        folder.write("schema/deep/2.sql", "CREATE VIEW two AS SELECT i FROM one;\n");
        folder.write("schema/.hidden.sql", "no SQL");
        folder.write("all.sql", "\\ir schema/1.sql\n\\i schema/deep/2.sql\n");
        commit();
        folder.write("schema/1.sql", "CREATE TABLE one (i int, j int\n");
        commit();
        folder.write("schema/1.sql", "CREATE TABLE one (i int);\nCREATE TABLE three ();\n");
    }

    void git(std::vector<std::string> words) const {
        words.insert(words.begin(), {"git", "-c", "user.name=test", "-c", "user.email=test@localhost"});
        must(words, {.folder = folder.path()});
    }
    Output plumb(const std::vector<std::string>& options, const std::string& below = "") const {
        return offline(options, folder.path(below));
    }

    Folder folder;

private:
    void commit() const {
        git({"add", "."});
        git({"commit", "--quiet", "--message", "change"});
    }
};

}  // namespace

TEST_CASE("a ref of git is a source", "[sources]") {
    Repository repository;
    auto diff = repository.plumb({"diff", "schema", "--from", "git:HEAD~1:schema/"});
    INFO(diff.err + diff.out);
    CHECK(diff.exit == 2);
    CHECK(has(diff.out, "Plan: 1 to add, 0 to change, 0 to drop.\nProven: the plan and its inverse were rehearsed."));
    CHECK(has(diff.out, "+ table  public.three"));
    CHECK(repository.plumb({"diff", "git:HEAD~1:all.sql", "--from", "git:HEAD~1:schema"}).exit == 0);
    CHECK(
        repository.plumb({"diff", "git:HEAD~1:./2.sql", "git:HEAD~1:../1.sql", "--from", "git:HEAD@{1}:"}, "schema/deep").exit ==
        1);
    CHECK(repository.plumb({"diff", "git:HEAD~1:./2.sql", "git:HEAD~1:../1.sql", "--from", "git:HEAD~1:schema"}, "schema/deep")
              .exit == 0);
}

TEST_CASE("what is wrong at a ref of git is said with its place there", "[sources]") {
    Repository repository;
    struct Case {
        const char *source, *words;
        int exit;
    };
    const Case cases[] = {
        {"git:HEAD:schema", "git:HEAD:schema/1.sql:1:31: error: syntax error at end of input", 1},
        {"git:HEAD:all.sql", "git:HEAD:schema/1.sql:1:31: error: syntax error at end of input", 1},
        {"git:HEAD:nope.sql", "git:HEAD:nope.sql: error: no such file in HEAD", 1},
        {"git:HEAD:../nope.sql", "error: is outside of the repository", 1},
        {"git:nope:schema", "error: git knows no revision \"nope\"", 1},
        {"git:--help:schema", "error: git knows no revision \"--help\"", 1},
        {"git:HEAD", "error: not a source: git:HEAD", 4},
    };
    for (const auto& one : cases) {
        auto output = repository.plumb({"diff", one.source, "--from", "schema"});
        INFO(output.err);
        CHECK(has(output.err, one.words));
        CHECK(output.exit == one.exit);
    }
    auto elsewhere = offline({"diff", "git:HEAD:x.sql", "--from", "x.sql"}, "/");
    CHECK(has(elsewhere.err, "not a git repository"));
    auto without_git =
        tests::run({"env", "PATH=/nowhere", PLUMB_BINARY, "diff", "git:HEAD:x.sql", "--from", "x.sql"}, {.folder = "/"});
    CHECK(has(without_git.err, "git is not installed here"));
}

TEST_CASE("files are compared without any database, with the roles that they name", "[sources]") {
    Folder folder;
    folder.write("old.sql",
                 "CREATE TABLE t (i int);\nGRANT SELECT ON t TO \"some \"\"reader\";\nALTER DEFAULT PRIVILEGES FOR ROLE boss "
                 "GRANT SELECT ON TABLES TO app;\n");
    folder.write("new.sql",
                 "CREATE TABLE t (i int);\nGRANT SELECT ON t TO \"some \"\"reader\";\nALTER TABLE t OWNER TO boss;\nALTER "
                 "DEFAULT PRIVILEGES FOR ROLE boss GRANT SELECT ON TABLES TO app;\n");
    auto diff = offline({"diff", "new.sql", "--from", "old.sql", "--format", "sql"}, folder.path());
    INFO(diff.err);
    CHECK(diff.exit == 2);
    CHECK(has(diff.out, "-- Proven: both"));
    CHECK(has(diff.out, "ALTER TABLE public.t OWNER TO boss;"));
    CHECK(offline({"diff", "old.sql", "--from", "old.sql"}, folder.path()).exit == 0);
}

TEST_CASE("a snapshot stands for its database wherever a source does", "[sources]") {
    // An expression that reads differently once it is made of its own text.
    Target target(
        "create schema shop; create table shop.item (name varchar check (name in ('x', 'y')));"
        "do 'begin create role plumb_test_clerk; exception when duplicate_object then end'; grant select on shop.item to "
        "plumb_test_clerk;"
        "create function shop.broken() returns int language sql as 'select 1' set search_path = shop");
    Folder folder;
    auto taken = target.plumb("snapshot", {"-o", folder.path("shop.snapshot")});
    INFO(taken.err);
    CHECK(taken.exit == 0);
    CHECK(taken.out == "Snapshot written to " + folder.path("shop.snapshot") + ". Proven: loaded, it is the same again.\n");
    CHECK(target.plumb("diff", {folder.path("shop.snapshot")}).exit == 0);
    CHECK(target.plumb("drift", {folder.path("shop.snapshot")}).exit == 0);
    CHECK(offline({"diff", target.conninfo(), "--from", "shop.snapshot"}, folder.path()).exit == 0);
    CHECK(offline({"snapshot", "shop.snapshot", "-o", "again.snapshot"}, folder.path()).exit == 0);
    CHECK(offline({"diff", "again.snapshot", "--from", "shop.snapshot"}, folder.path()).exit == 0);

    folder.write("new.sql",
                 "CREATE SCHEMA shop;\nCREATE TABLE shop.item (name varchar CHECK (name IN ('x', 'y')), price int);\n"
                 "CREATE FUNCTION shop.broken() RETURNS int LANGUAGE sql AS 'select 1' SET search_path = shop;\n");
    auto planned = offline({"diff", "new.sql", "--from", "shop.snapshot", "--format", "json=plan.json"}, folder.path());
    INFO(planned.err);
    CHECK(planned.exit == 2);
    CHECK(target.plumb("apply", {"--plan", folder.path("plan.json")}).exit == 0);
    CHECK(target.plumb("diff", {folder.path("new.sql")}).exit == 0);
    CHECK(target.ask("select has_table_privilege('plumb_test_clerk', 'shop.item', 'SELECT')::text") == "true");

    // What a snapshot does not grant, nobody shall have: it is the whole truth of a database.
    target.ask("alter table shop.item drop price");
    target.ask("create role plumb_test_new");
    target.ask("grant select on shop.item to plumb_test_new");
    auto differs = target.plumb("drift", {folder.path("shop.snapshot")});
    target.ask("drop owned by plumb_test_new");
    target.ask("drop role plumb_test_new");
    CHECK(differs.exit == 2);
    CHECK(has(differs.out, "TABLE shop.item TO plumb_test_new"));
}

TEST_CASE("a snapshot of files needs no database, and holds no password", "[sources]") {
    Folder folder;
    folder.write("old.sql", "CREATE TABLE t (i int);\nGRANT SELECT ON t TO app;\n");
    CHECK(offline({"snapshot", "old.sql", "-o", "old.snapshot"}, folder.path()).exit == 0);
    CHECK(offline({"diff", "old.sql", "--from", "old.snapshot"}, folder.path()).exit == 0);
    CHECK(offline({"diff", "old.snapshot", "--from", "old.sql"}, folder.path()).exit == 0);
    CHECK(has(offline({"diff", "old.snapshot", "old.sql", "--from", "old.sql"}, folder.path()).err,
              "a snapshot as a source stands alone"));
    folder.write("other.snapshot", "-- Plumb snapshot, format 7\n");
    auto other = offline({"diff", "other.snapshot", "--from", "old.sql"}, folder.path());
    CHECK(has(other.err, "other.snapshot:1:1: error: a snapshot of another format"));
    CHECK(other.exit == 4);
    folder.write("damaged.snapshot", "-- Plumb snapshot, format 1\n-- {\n");
    CHECK(has(offline({"diff", "damaged.snapshot", "--from", "old.sql"}, folder.path()).err,
              "the header of the snapshot is damaged"));

    Target target("create table t (i int)");
    auto taken =
        tests::run({PLUMB_BINARY, "snapshot", target.conninfo() + " password=geheim", "-o", folder.path("live.snapshot")});
    INFO(taken.err);
    CHECK(taken.exit == 0);
    CHECK(!has(must({"cat", folder.path("live.snapshot")}), "geheim"));
}
