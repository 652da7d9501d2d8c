// A run that is killed between a commit and the reading of what came of it: the next one finds out where it was.
#include <signal.h>

#include <filesystem>
#include <future>

#include "tests/catch.hpp"
#include "tests/command.hpp"

using namespace plumb;
using tests::server;

namespace {

constexpr const char* before = R"(
create table item (id int primary key, price int not null, note text);
create view two as select 2 as two;  -- to lock it locks nothing else
)";

constexpr const char* after = R"(
create table item (id int primary key, price int not null,
    -- plumb: backfill price * 2
    doubled int not null);
create view two as select 2 as two;  -- to lock it locks nothing else
)";

std::string has(const std::string& column) {
    return "select exists (select from pg_attribute where attrelid = 'item'::regclass and attname = '" + column + "')";
}

bool comes_true(const tests::Target& target, const std::string& condition) {
    for (int i = 0; i < 600; ++i) {
        if (target.ask(condition) == "t") return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return false;
}

/// Runs plumb, and kills it when its first transaction is committed and it waits for a lock to read what is there.
void kill_after_commit(const tests::Target& target, const std::string& command, const std::vector<std::string>& options, const std::string& committed) {
    auto pid = tests::file("pid", "");
    Connection writer(target.conninfo()), reader(target.conninfo());
    writer.run("begin; lock table item in access share mode");
    auto run = std::async(std::launch::async, [&] {
        return target.plumb(command, options, {"sh", "-c", "echo $$ > " + pid + "; exec \"$@\"", "sh"});
    });
    bool waits = comes_true(target, "select exists (select from pg_locks where relation = 'item'::regclass and not granted)");
    reader.run("begin; lock table two in access exclusive mode nowait");
    writer.run("commit");
    bool commits = comes_true(target, committed);
    bool reads = comes_true(target, "select exists (select from pg_locks where relation = 'two'::regclass and not granted)");
    pid_t process = 0;
    std::ifstream(pid) >> process;
    ::kill(process, SIGKILL);
    auto killed = run.get();
    INFO(killed.err);
    CHECK((waits && commits && reads));
    CHECK(killed.exit == 137);
}

}  // namespace

TEST_CASE("a run killed before it knows what it committed is taken up", "[command]") {
    for (const auto& where : {std::string("target"), "local=" + server().folder() + "/item.journal"}) {
        INFO("journal " << where);
        tests::Target target(before);
        std::filesystem::remove(server().folder() + "/item.journal");
        target.ask("insert into item select i, i, 'note ' || i from generate_series(1, 10) i");
        auto files = tests::file("item.sql", after);
        std::vector<std::string> options{"--yes", "--allow", "all", "--journal", where}, apply = options;
        apply.push_back(files);

        kill_after_commit(target, "apply", apply, has("doubled"));
        auto applied = target.plumb("apply", apply);
        INFO(applied.err);
        CHECK(applied.exit == 0);
        CHECK(applied.out.find("deployment 1.") != std::string::npos);
        CHECK(target.ask("select bool_and(doubled = price * 2) from item") == "t");
        CHECK(target.plumb("diff", {files}).exit == 0);

        if (where != "target") continue;  // one transaction takes it back
        kill_after_commit(target, "rollback", options, has("note"));
        auto undone = target.plumb("rollback", options);
        INFO(undone.out + undone.err);
        CHECK(undone.exit == 0);
        CHECK(undone.out.find("Rolled back deployment 1") != std::string::npos);
        CHECK(target.ask("select bool_and(note = 'note ' || id) from item") == "t");
        CHECK(target.plumb("diff", {tests::file("old.sql", before)}).exit == 0);
        CHECK(target.plumb("history", {"--journal", where}).out.find("superseded") == std::string::npos);
    }
}

TEST_CASE("where somebody changed what a killed run left, it is not taken up", "[command]") {
    tests::Target target(before);
    auto files = tests::file("item.sql", after);
    kill_after_commit(target, "apply", {files, "--yes", "--allow", "all"}, has("doubled"));
    target.ask("alter table item add mine int");
    CHECK(target.plumb("apply", {files, "--yes", "--allow", "all"}).exit == 0);
    CHECK(target.ask("select string_agg(state, ' ' order by id) from plumb.deployment") == "superseded done");
    CHECK(target.plumb("diff", {files}).exit == 0);
}

TEST_CASE("what is done of a deployment that failed on rows is undone", "[command]") {
    auto wanted = tests::file("item.sql", R"(
create type state as enum ('new', 'paid', 'sent');
create table item (id int primary key, price int not null, note text unique, state state,
    -- plumb: backfill price * 2
    doubled int not null);
create table later (id int primary key);
)");
    for (const auto& where : {std::string("target"), "local=" + server().folder() + "/half.journal"}) {
        INFO("journal " << where);
        tests::Target target(R"(
create type state as enum ('new', 'sent');
create table item (id int primary key, price int not null, note text, state state);
insert into item select i, i, 'note ' || i % 5, 'sent' from generate_series(1, 10) i;
)");
        std::filesystem::remove(server().folder() + "/half.journal");
        auto began = target.fingerprint(), rows = target.ask("select string_agg(item::text, ' ' order by id) from item");
        std::vector<std::string> options{"--yes", "--allow", "all", "--journal", where}, apply = options, impatient = options;
        apply.push_back(wanted);
        impatient.insert(impatient.end(), {"--lock-timeout", "100ms", "--lock-budget", "300ms"});
        auto failed = target.plumb("apply", apply);
        INFO(failed.err);
        CHECK(failed.exit == 1);
        CHECK(failed.err.find("plumb rollback undoes what is done") != std::string::npos);
        CHECK(target.ask("select bool_and(doubled = price * 2) from item") == "t");

        Connection other(target.conninfo());
        other.run("begin; lock table item in row exclusive mode");
        CHECK(target.plumb("rollback", impatient).exit == 6);
        other.run("rollback");
        CHECK(target.plumb("rollback", {"--journal", where}).exit == 3);
        auto undone = target.plumb("rollback", options);
        INFO(undone.out << undone.err);
        CHECK(undone.exit == 0);
        CHECK(undone.out.find("Rolled back deployment 1") != std::string::npos);
        CHECK(target.fingerprint() == began);
        CHECK(target.ask("select string_agg(item::text, ' ' order by id) from item") == rows);
        CHECK(target.ask("select count(*) from pg_namespace where nspname like 'plumb_sync%'") == "0");
        CHECK(target.plumb("history", {"--journal", where}).out.find("rolled back") != std::string::npos);
        CHECK(target.plumb("rollback", options).out == "Nothing to roll back.\n");

        target.ask("update item set note = id");
        CHECK(target.plumb("apply", apply).exit == 0);
        CHECK(target.plumb("rollback", options).exit == 0);
        CHECK(target.fingerprint() == began);
    }
}

TEST_CASE("rows that half a deployment gave a value have none again", "[command]") {
    tests::Target target("create table item (id int primary key, label text, note text);"
                         "insert into item select i, case when i % 3 = 0 then 'own' end, 'note ' || i % 5 from generate_series(1, 10) i");
    const auto began = target.fingerprint(), rows = target.ask("select string_agg(item::text, ' ' order by id) from item");
    auto files = tests::file("item.sql", R"(
create table item (id int primary key,
    -- plumb: backfill 'item ' || id
    label text not null,
    note text unique);
)");
    CHECK(target.plumb("apply", {files, "--yes", "--allow", "all"}).exit == 1);
    CHECK(target.ask("select count(label) from item") == "10");
    target.ask("update item set label = 'mine' where id = 1");
    auto undone = target.plumb("rollback", {"--yes", "--allow", "all"});
    INFO(undone.out << undone.err);
    CHECK(undone.exit == 0);
    CHECK(target.fingerprint() == began);
    CHECK(target.ask("update item set label = null where label = 'mine' returning id") == "1");
    CHECK(target.ask("select string_agg(item::text, ' ' order by id) from item") == rows);
    CHECK(target.ask("select count(*) from pg_namespace where nspname like 'plumb_archive%'") == "0");
}

TEST_CASE("what is done of a killed deployment is undone", "[command]") {
    tests::Target target(before);
    auto began = target.fingerprint();
    kill_after_commit(target, "apply", {tests::file("item.sql", after), "--yes", "--allow", "all"}, has("doubled"));
    auto undone = target.plumb("rollback", {"--yes", "--allow", "all"});
    INFO(undone.out << undone.err);
    CHECK(undone.exit == 0);
    CHECK(target.fingerprint() == began);
}

TEST_CASE("names go back when what is done is undone", "[command]") {
    tests::Target target("create table item (id int primary key, price int); insert into item select i, i % 5 from generate_series(1, 10) i");
    auto began = target.fingerprint();
    auto files = tests::file("item.sql", R"(
create table item (id int primary key,
    cost int unique,  -- plumb: renamed from price
    -- plumb: backfill cost * 2
    doubled int not null);
)");
    CHECK(target.plumb("apply", {files, "--yes", "--allow", "all"}).exit == 1);
    CHECK(target.ask(has("cost")) == "t");
    auto undone = target.plumb("rollback", {"--yes", "--allow", "all"});
    INFO(undone.out << undone.err);
    CHECK(undone.exit == 0);
    CHECK(target.fingerprint() == began);
    CHECK(target.ask("select sum(price) from item") == "20");
}
