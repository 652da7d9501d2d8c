// Reading a live database asks for little: a role that may only connect, a standby, a pooler; and it waits for nobody without
// end.
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <thread>

#include "introspect/beside.hpp"
#include "tests/catch.hpp"
#include "tests/command.hpp"

using namespace plumb;
using namespace plumb::tests;

namespace {

const char* shop = R"(
CREATE SCHEMA shop;
CREATE TYPE shop.state AS ENUM ('new', 'sold');
CREATE TABLE shop.item (id int PRIMARY KEY, name text NOT NULL, state shop.state DEFAULT 'new', price int CHECK (price > 0));
CREATE INDEX item_name ON shop.item (lower(name));
CREATE FUNCTION shop.twice(i int) RETURNS int LANGUAGE sql AS 'select i * 2';
CREATE VIEW shop.names AS SELECT name, shop.twice(price) FROM shop.item;
ALTER TABLE shop.item ENABLE ROW LEVEL SECURITY;
CREATE POLICY mine ON shop.item USING (name = current_user);
)";

Output against(const std::string& conninfo, const std::string& command, std::vector<std::string> options,
               const std::vector<std::string>& before = {}) {
    auto words = before;
    words.insert(words.end(), {PLUMB_BINARY, command});
    words.insert(words.end(), options.begin(), options.end());
    words.insert(words.end(), {"--db", conninfo});
    return tests::run(words, {.folder = server().folder()});
}

/// pgbouncer in front of the server, gone with the test.
class Pooler {
public:
    /// `sessions`: how many it has to give.
    explicit Pooler(int sessions = 20) {
        const auto& folder = server().folder();
        file("users.txt", "\"postgres\" \"\"\n");
        auto settings =
            file("pgbouncer.ini", "[databases]\n* = host=" + folder +
                                      "\n[pgbouncer]\npool_mode = session\nlisten_addr =\nlisten_port = 6543\nauth_type = trust\n"
                                      "unix_socket_dir = " +
                                      folder + "\nauth_file = " + folder + "/users.txt\ndefault_pool_size = " + std::to_string(sessions) + "\n");
        process_ = fork();
        if (process_ == 0) {
            const passwd* user = geteuid() == 0 ? getpwnam("postgres") : nullptr;
            if (user && (setgid(user->pw_gid) != 0 || setuid(user->pw_uid) != 0)) _exit(127);
            prctl(PR_SET_PDEATHSIG, SIGKILL);
            execlp("pgbouncer", "pgbouncer", "-q", settings.c_str(), nullptr);
            execl("/usr/sbin/pgbouncer", "pgbouncer", "-q", settings.c_str(), nullptr);
            _exit(127);
        }
        for (int tries = 0; tries < 100 && PQping(conninfo("postgres").c_str()) != PQPING_OK; ++tries)
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    ~Pooler() {
        kill(process_, SIGKILL);
        waitpid(process_, nullptr, 0);
    }
    Pooler(const Pooler&) = delete;
    Pooler& operator=(const Pooler&) = delete;

    std::string conninfo(const std::string& database) const {
        return "host=" + server().folder() + " port=6543 user=postgres dbname=" + database;
    }

private:
    pid_t process_;
};

}  // namespace

TEST_CASE("access: a role that may only connect diffs and drifts, and changes nothing", "[command]") {
    Target target(std::string(shop) +
                  "do 'begin create role plumb_test_looker login; exception when duplicate_object then end';"
                  "revoke all on schema public from public;");
    auto files = file("shop.sql", shop);
    auto as_looker = target.conninfo("plumb_test_looker");
    auto diff = against(as_looker, "diff", {files});
    INFO(diff.err + diff.out);
    CHECK(diff.exit == 0);
    target.ask("alter table shop.item drop constraint item_price_check");
    auto drift = against(as_looker, "drift", {files});
    INFO(drift.err + drift.out);
    CHECK(drift.exit == 2);
    CHECK(has(drift.out, "item_price_check"));
    auto apply = against(as_looker, "apply", {files, "--allow", "all"});
    CHECK(apply.exit == 1);
    CHECK(has(apply.err, "permission denied"));
}

TEST_CASE("access: a hot standby is as good as its primary, and says so when it is to be changed", "[command]") {
    Target target(shop);
    Server standby("", "", &server());
    auto there = standby.conninfo(target.name);
    Connection first(there);
    first.run("begin transaction isolation level repeatable read");
    introspect::Beside beside(there, "select");
    beside.snapshot(std::string(first.query("select pg_export_snapshot()").text(0, 0)));
    CHECK(beside.there());
    auto files = file("shop.sql", shop);
    auto drift = against(there, "drift", {files});
    INFO(drift.err + drift.out);
    CHECK(drift.exit == 0);
    auto more = file("more.sql", shop + std::string("CREATE TABLE shop.more ();"));
    auto diff = against(there, "diff", {more});
    CHECK(diff.exit == 2);
    CHECK(has(diff.out, "Proven"));
    auto apply = against(there, "apply", {more});
    CHECK(apply.exit == 1);
    CHECK(has(apply.err, "the server only reads"));

    // The lock of the primary's session is replayed there.
    Connection other(target.conninfo());
    other.run("begin; lock table shop.item; select pg_switch_wal()");
    auto blocked = Connection(there);
    for (int tries = 0; tries < 100; ++tries) {
        if (blocked.query("select from pg_locks where mode = 'AccessExclusiveLock' and relation > 16384").rows() > 0) break;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    auto waits = against(there, "drift", {more, "--lock-timeout", "300ms"});
    INFO(waits.err);
    CHECK(waits.exit == 6);
    CHECK(has(waits.err, "(startup) on shop.item"));
}

TEST_CASE("access: who holds a lock that a reader needs is named within the lock timeout", "[command]") {
    Target target(shop);
    Connection other(target.conninfo() + " application_name=nightly");
    other.run("begin; lock table shop.item");
    auto files = file("shop.sql", shop);
    for (std::string command : {"diff", "drift", "apply"}) {
        auto start = std::chrono::steady_clock::now();
        auto output = target.plumb(command, {files, "--lock-timeout", "300ms"});
        INFO(output.err);
        CHECK(output.exit == 6);
        CHECK(has(output.err, "held by server process " + std::to_string(PQbackendPID(other.handle())) +
                                  " (postgres, nightly) on shop.item"));
        CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(10));
    }
    other.run("rollback");
    CHECK(target.plumb("drift", {files}).exit == 0);
}

TEST_CASE("access: a deployment that is under way waits for the lock of a reader's blocker", "[command]") {
    Target target(shop);
    auto plan = server().folder() + "/two.json";
    auto files =
        file("two.sql", shop + std::string("CREATE TABLE shop.more ();\nCREATE INDEX CONCURRENTLY x ON shop.item (price);"));
    target.plumb("diff", {files, "--format", "json=" + plan});
    Connection other(target.conninfo());
    other.run("begin; lock table shop.item");
    std::thread later([&] {
        std::this_thread::sleep_for(std::chrono::seconds(2));
        other.run("rollback");
    });
    auto output = target.plumb("apply", {"--plan", plan, "--lock-timeout", "300ms", "--allow", "all"});
    later.join();
    INFO(output.err);
    CHECK(output.exit == 0);
}

TEST_CASE("access: what users have put into public is not called", "[command]") {
    std::string planted =
        "do 'begin create role plumb_test_planter; exception when duplicate_object then end';"
        "create function called() returns void language plpgsql as $$ begin raise 'called by %', current_user; end $$;";
    for (std::string head :
         {"format(text, int, name, text)", "string_agg(text, text)", "current_setting(text)", "to_regclass(text)",
          "set_config(text, text, boolean)", "pg_encoding_to_char(int)", "max(bigint)", "pg_get_expr(pg_node_tree, oid)"})
        planted +=
            "create function public." + head + " returns text language plpgsql as $$ begin perform public.called(); end $$;";
    for (std::string types :
         {"oid, oid", "oid, regclass", "name, text", "text, text", "int, int", "bigint, bigint", "name, name"}) {
        planted += "create function public.same(" + types +
                   ") returns boolean language plpgsql as $$ begin perform public.called(); end $$;";
        auto comma = types.find(", ");
        planted += "create operator public.= (leftarg = " + types.substr(0, comma) + ", rightarg = " + types.substr(comma + 2) +
                   ", function = public.same);";
    }
    Target target(planted);
    target.ask("alter database " + target.name + " set search_path = public, pg_catalog");
    auto files = file("mine.sql", "CREATE SCHEMA mine;\nCREATE TABLE mine.t (i int);\n");
    std::vector<std::string> only{files, "--schema", "mine", "--allow", "all"};
    for (std::string command : {"diff", "drift", "apply", "diff"}) {
        auto output = target.plumb(command, only);
        INFO(command + "\n" + output.err + output.out);
        CHECK(!has(output.err + output.out, "called by"));
        CHECK((output.exit == 0 || output.exit == 2));
    }
    Connection other(target.conninfo());
    other.run("begin; lock table mine.t in access share mode");
    file("mine.sql", "CREATE SCHEMA mine;\nCREATE TABLE mine.t (i int, j int);\n");
    auto waits = target.plumb("apply", {files, "--schema", "mine", "--lock-timeout", "100ms", "--lock-budget", "300ms"});
    INFO(waits.err);
    CHECK(waits.exit == 6);
    CHECK(has(waits.err, "held by server process"));
    other.run("rollback");
    CHECK(target.plumb("apply", only).exit == 0);
    CHECK(target.plumb("rollback", {"--allow", "all"}).exit == 0);
}

TEST_CASE("access: through a pooler of sessions", "[command]") {
    Target target(shop);
    Pooler pooler;
    auto there = pooler.conninfo(target.name);
    auto files = file("shop.sql", shop);
    auto drift = against(there, "drift", {files});
    INFO(drift.err + drift.out);
    CHECK(drift.exit == 0);
    auto more = file("more.sql", shop + std::string("CREATE TABLE shop.more ();\n"));
    auto diff = against(there, "diff", {more});
    INFO(diff.err + diff.out);
    CHECK(diff.exit == 2);
    auto apply = against(there, "apply", {more});
    INFO(apply.err + apply.out);
    CHECK(apply.exit == 0);
    CHECK(against(there, "rollback", {"--allow", "all"}).exit == 0);
    CHECK(against(there, "drift", {files}).exit == 0);
}

TEST_CASE("access: a pooler that has no second session to give keeps nobody waiting", "[command]") {
    Target target(shop);
    Pooler pooler(1);
    auto drift = against(pooler.conninfo(target.name), "drift", {file("shop.sql", shop)}, {"timeout", "30"});
    INFO(drift.err + drift.out);
    CHECK(drift.exit == 0);
}

TEST_CASE("An index that failed to build concurrently is not there yet", "[live]") {
    Target target("create table item (id int, name text); insert into item values (1, 'a'), (1, 'b')");
    auto desired = file("index.sql", "create table item (id int, name text);\ncreate unique index item_id on item (id);\n");
    CHECK(server().psql(target.name, file("fail.sql", "create unique index concurrently item_id on item (id);\n")).exit != 0);
    CHECK(has(target.plumb("drift", {desired}).out, "invalid: none -> invalid"));
    target.ask("delete from item where name = 'b'");
    auto plan = target.plumb("diff", {desired, "--format", "sql"});
    INFO(plan.err + plan.out);
    CHECK(plan.exit == 2);
    CHECK(has(plan.out, "DROP INDEX public.item_id;"));
    CHECK(target.plumb("apply", {desired, "--allow", "all", "--yes"}).exit == 0);
    CHECK(target.ask("select indisvalid from pg_index where indexrelid = 'item_id'::regclass") == "t");
    CHECK(target.plumb("diff", {desired}).exit == 0);
}
