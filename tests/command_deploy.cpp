// apply --plan and rollback with plans made by hand: transactions, journal, locks, interruptions.
#include <future>
#include <thread>

#include <thread>

#include "tests/catch.hpp"
#include "tests/command.hpp"

using namespace plumb;
using namespace plumb::tests;

namespace {

/// A plan from the target's present state, as a file.
std::string plan_file(const Target& target, std::vector<Step> steps, std::vector<Step> inverse = {}) {
    Plan plan{.from = target.fingerprint(), .to = "?", .proof = {Proven::both}};
    int id = 0;
    for (auto& step : steps) step.id = ++id;
    id = 0;
    for (auto& step : inverse) step.id = ++id;
    plan.steps = std::move(steps);
    plan.inverse = std::move(inverse);
    return file("plan.json", emit::json(plan));
}

const std::string tables =
    "select string_agg(relname, ' ' order by relname) from pg_class where relnamespace = 'public'::regnamespace and relkind = "
    "'r'";
const std::string deployments = "select id || ' ' || kind || ' ' || state from plumb.deployment order by id";
const std::string states =
    "select string_agg(state, ' ' order by id) from plumb.step where deployment = (select max(deployment) from plumb.step)";

std::vector<Step> four_steps(const std::string& third) {
    return {{.sql = "CREATE TABLE public.a ()"},
            {.sql = "CREATE TABLE public.b ()", .commits_after = true},
            {.sql = third},
            {.sql = "CREATE TABLE public.c ()"}};
}

/// A run that keeps its journal in a file, killed while its third step sleeps.
Output killed_in_third_step(const Target& target, const std::string& plan) {
    auto number = server().folder() + "/" + target.name + ".pid";
    auto sleeps = [&] { return target.ask("select count(*) from pg_stat_activity where query ~ '^SELECT pg_sleep' and datname = current_database()") != "0"; };
    auto pause = [] { std::this_thread::sleep_for(std::chrono::milliseconds(100)); };
    std::thread killer([&] {
        while (!sleeps()) pause();
        tests::run({"sh", "-c", "kill -KILL $(cat " + number + ")"});
    });
    auto out = target.plumb("apply", {"--plan", plan, "--journal", "local"}, {"sh", "-c", "echo $$ > " + number + "; exec \"$@\"", "sh"});
    killer.join();
    // Until its session has noticed, it counts as running.
    while (sleeps()) pause();
    return out;
}

}  // namespace

TEST_CASE("a plan is applied, recorded and undone", "[command]") {
    Target target;
    auto plan = plan_file(
        target,
        {{.sql = "CREATE TABLE public.a (i int)"}, {.sql = "CREATE INDEX CONCURRENTLY ON public.a (i)", .transactional = false}},
        {{.sql = "DROP TABLE public.a", .hazards = {Hazard::loses_data}}});
    auto before = target.fingerprint();
    auto applied = target.plumb("apply", {"--plan", plan});
    INFO(applied.err);
    CHECK(applied.exit == 0);
    CHECK(applied.out.find("Applied 2 steps") != std::string::npos);
    CHECK(target.ask(tables) == "a");
    CHECK(target.ask(states) == "done done");
    CHECK(target.ask("select sql from plumb.step where id = 1") == "CREATE TABLE public.a (i int)");
    CHECK(target.ask("select count(*)::text from pg_class c where relkind = 'r' and relnamespace = 'plumb'::regnamespace"
                     " and not exists (select from pg_index where indrelid = c.oid and indisprimary)") == "0");

    CHECK(target.plumb("apply", {"--plan", plan}).exit == 5);

    auto refused = target.plumb("rollback", {});
    CHECK(refused.exit == 3);
    CHECK(refused.out.find("withheld: loses_data") != std::string::npos);
    CHECK(refused.err.find("--allow loses_data") != std::string::npos);
    CHECK(target.plumb("rollback", {"--allow", "loses_data", "--dry-run"}).exit == 0);
    CHECK(target.ask(tables) == "a");
    CHECK(target.plumb("rollback", {"--allow", "loses_data"}).exit == 0);
    CHECK(target.ask(tables).empty());
    CHECK(target.fingerprint() == before);
    CHECK(target.ask(deployments) == "1 apply rolled back\n2 rollback done");

    auto again = target.plumb("rollback", {});
    CHECK(again.exit == 0);
    CHECK(again.out == "Nothing to roll back.\n");
    CHECK(target.plumb("rollback", {"1"}).exit == 0);
    CHECK(target.plumb("rollback", {"2"}).exit == 1);
    CHECK(target.plumb("rollback", {"9"}).exit == 1);
    CHECK(target.plumb("rollback", {"x"}).exit == 4);
}

TEST_CASE("rollback refuses when the database moved on, and undoes one deployment after the other", "[command]") {
    Target target;
    CHECK(target.plumb("rollback", {}).out == "Nothing to roll back.\n");
    target.plumb("apply", {"--plan", plan_file(target, {{.sql = "CREATE TABLE public.a ()"}}, {{.sql = "DROP TABLE public.a"}})});
    target.plumb("apply", {"--plan", plan_file(target, {{.sql = "CREATE TABLE public.b ()"}}, {{.sql = "DROP TABLE public.b"}})});
    target.ask("create table public.mine ()");
    auto moved = target.plumb("rollback", {});
    CHECK(moved.exit == 5);
    CHECK(target.ask(tables) == "a b mine");
    target.ask("drop table public.mine");
    CHECK(target.plumb("rollback", {"1"}).exit == 5);
    CHECK(target.plumb("rollback", {}).exit == 0);
    CHECK(target.plumb("rollback", {}).exit == 0);
    CHECK(target.ask(tables).empty());
}

TEST_CASE("the archive of one deployment does not hinder what the next does with types", "[command]") {
    const std::string types = "create type mood as enum ('ok', 'bad'); create type pair as (a int, b mood); create domain small as int check (value < 10);";
    const std::string table = "create table ticket (id int primary key, mood mood[], pair pair, small small);";
    Target target(types + table + "insert into ticket values (1, '{ok,bad}', '(2,ok)', 9)");
    auto fingerprint = target.fingerprint();
    for (const auto& text : {types, std::string("create type pair as (a bigint, b text); create domain small as int check (value < 5);"), std::string("-- nothing")}) {
        auto out = target.plumb("apply", {file("types.sql", text), "--yes", "--allow", "all"});
        INFO(out.err);
        CHECK(out.exit == 0);
    }
    for (int i = 0; i < 3; ++i) CHECK(target.plumb("rollback", {"--yes", "--allow", "all"}).exit == 0);
    CHECK(target.fingerprint() == fingerprint);
    CHECK(target.ask("select ticket::text from ticket") == "(1,\"{ok,bad}\",\"(2,ok)\",9)");
}

TEST_CASE("a step that fails leaves nothing of its transaction", "[command]") {
    Target target;
    auto failed = target.plumb("apply", {"--plan", plan_file(target, four_steps("ALTER TABLE public.nope ADD x int"))});
    CHECK(failed.exit == 1);
    INFO(failed.err);
    CHECK(failed.err.find("step 3: relation \"public.nope\" does not exist") != std::string::npos);
    CHECK(failed.err.find("2 of 4 steps are done") != std::string::npos);
    CHECK(target.ask(tables) == "a b");
    CHECK(target.ask(states) == "done done failed waiting");
    // No way leads from there to where the plan goes, and so none back.
    auto undone = target.plumb("rollback", {});
    CHECK(undone.exit == 1);
    CHECK(undone.err.find("deployment 1 stopped half-way and cannot be undone from there: step 3 of the plan: relation \"public.nope\" does not exist") != std::string::npos);

    Target other;
    Step archive{.verb = Verb::create, .kind = "archive", .identity = "plumb_archive_1", .sql = "CREATE SCHEMA plumb_archive_1", .commits_after = true};
    CHECK(other.plumb("apply", {"--plan", plan_file(other, {archive, {.sql = "SELECT 1 / 0"}})}).exit == 1);
    auto refused = other.plumb("rollback", {});
    INFO(refused.err);
    CHECK(refused.exit == 1);
    CHECK(refused.err.find("deployment 1 stopped half-way and cannot be undone from there: it has set rows aside already") != std::string::npos);
    CHECK(refused.err.find("plumb apply goes on with it") != std::string::npos);
}

TEST_CASE("an interrupted apply is taken up where it was left", "[command]") {
    for (std::string signal : {"INT", "TERM", "KILL"}) {
        Target target;
        INFO(signal);
        auto plan = plan_file(target, four_steps("SELECT pg_sleep(2)"));
        auto killed = target.plumb("apply", {"--plan", plan}, {"timeout", "--preserve-status", "-s", signal, "1.2"});
        INFO(killed.err);
        CHECK(killed.exit == (signal == "KILL" ? 137 : 1));
        CHECK(target.ask(tables) == "a b");
        CHECK(target.ask(deployments) == (signal == "KILL" ? "1 apply running" : "1 apply failed"));
        auto resumed = target.plumb("apply", {"--plan", plan});
        INFO(resumed.err);
        CHECK(resumed.exit == 0);
        CHECK(target.ask(tables) == "a b c");
        CHECK(target.ask(deployments) == "1 apply done");
    }
}

TEST_CASE("a step outside of a transaction that was killed is not guessed about", "[command]") {
    Target target;
    std::vector<Step> steps{{.sql = "CREATE TABLE public.a ()"}, {.sql = "SELECT pg_sleep(2)", .transactional = false}};
    auto plan = plan_file(target, steps);
    target.plumb("apply", {"--plan", plan}, {"timeout", "-s", "KILL", "1.2"});
    CHECK(target.ask(states) == "done running");
    auto stale = target.plumb("apply", {"--plan", plan});
    CHECK(stale.exit == 5);
    CHECK(stale.err.find("deployment 1 stopped after 1 steps") != std::string::npos);
}

TEST_CASE("two deployments take turns", "[command]") {
    Target target;
    Connection other(target.conninfo());
    other.query("select pg_advisory_lock(482855972194)");
    auto plan = plan_file(target, {{.sql = "CREATE TABLE public.a ()"}});
    auto waited = target.plumb("apply", {"--plan", plan, "--lock-budget", "500ms"});
    CHECK(waited.exit == 6);
    CHECK(waited.err.find("waiting for another deployment to this database (server process ") != std::string::npos);
    other.query("select pg_advisory_unlock(482855972194)");
    CHECK(target.plumb("apply", {"--plan", plan}).exit == 0);
}

TEST_CASE("locks are tried for within the budget, and the holder is named", "[command]") {
    Target target("create table public.t ()");
    Connection other(target.conninfo());
    other.run("begin; lock table public.t");
    auto plan = plan_file(target, {{.sql = "CREATE TABLE public.a ()"},
                                   {.sql = "ALTER TABLE public.t ADD x int", .locks = {{"public.t", Lock::access_exclusive}}}});
    auto failed = target.plumb("apply", {"--plan", plan, "--lock-timeout", "100ms", "--lock-budget", "600ms"});
    INFO(failed.err);
    CHECK(failed.exit == 6);
    CHECK(failed.err.find("held by server process") != std::string::npos);
    other.run("rollback");
    CHECK(target.ask(tables) == "t");
    CHECK(target.ask(deployments) == "1 apply failed");
    CHECK(target.plumb("apply", {"--plan", plan}).exit == 0);
    CHECK(target.ask(tables) == "a t");
}

TEST_CASE("a transaction of the application that would deadlock with a deployment goes on", "[command]") {
    Target target("create table public.a (i int); create table public.b (i int); insert into public.a values (1); insert into public.b values (1)");
    auto plan = plan_file(target, {{.sql = "ALTER TABLE public.a ADD x int", .locks = {{"public.a", Lock::access_exclusive}}},
                                   {.sql = "ALTER TABLE public.b ADD x int", .locks = {{"public.b", Lock::access_exclusive}}}});
    Connection application(target.conninfo());
    application.run("begin; update public.b set i = 2");
    auto deployment = std::async(std::launch::async, [&] { return target.plumb("apply", {"--plan", plan}); });
    while (target.ask("select count(*)::text from pg_locks where relation = 'public.b'::regclass and not granted") == "0") std::this_thread::yield();
    std::this_thread::sleep_for(std::chrono::milliseconds(1500));  // longer than the deployment's own look for a deadlock takes
    CHECK_NOTHROW(application.run("update public.a set i = 2; commit"));
    auto applied = deployment.get();
    INFO(applied.err);
    CHECK(applied.exit == 0);
    CHECK(target.ask("select (select i || coalesce(x::text, ' -') from public.a) || (select i || coalesce(x::text, ' -') from public.b)") == "2 -2 -");
}

TEST_CASE("who may not deploy is told so, and nothing changes", "[command]") {
    Target target("do 'begin create role plumb_test_reader login; exception when duplicate_object then end'");
    auto plan = plan_file(target, {{.sql = "CREATE TABLE public.a ()"}});
    auto denied = tests::run({PLUMB_BINARY, "apply", "--plan", plan, "--db", target.conninfo("plumb_test_reader")});
    INFO(denied.err);
    CHECK(denied.exit == 1);
    CHECK(denied.err.find("permission denied") != std::string::npos);
    auto read_only = target.plumb("apply", {"--plan", plan}, {"env", "PGOPTIONS=-c default_transaction_read_only=on"});
    CHECK(read_only.exit == 1);
    CHECK(read_only.err.find("the server only reads") != std::string::npos);
    CHECK(target.ask("select coalesce(to_regclass('plumb.deployment')::text, 'none')") == "none");
}

TEST_CASE("a publication of all tables keeps the journal out", "[command]") {
    Target target("create publication everything for all tables");
    auto refused = target.plumb("apply", {"--plan", plan_file(target, {{.sql = "CREATE TABLE public.a ()"}})});
    INFO(refused.err);
    CHECK(refused.exit == 3);
    CHECK(refused.err.find("publication everything would carry the journal") != std::string::npos);
    CHECK(target.ask("select coalesce(to_regclass('plumb.deployment')::text, 'none')") == "none");
    CHECK(target.ask(tables).empty());
}

TEST_CASE("a run that kept its journal in a file is taken up where it was killed", "[command]") {
    for (bool transactional : {true, false}) {
        Target target;
        INFO(transactional);
        auto steps = four_steps("SELECT pg_sleep(10)");
        steps[2].transactional = transactional;
        auto plan = plan_file(target, steps, {{.sql = "DROP TABLE public.c"}, {.sql = "DROP TABLE public.b"}, {.sql = "DROP TABLE public.a"}});
        auto killed = killed_in_third_step(target, plan);
        REQUIRE(killed.exit == 137);
        CHECK(target.ask(tables) == "a b");
        auto told = target.plumb("history", {"--journal", "local"});
        INFO(told.out);
        CHECK(told.out.find("interrupted") != std::string::npos);
        CHECK(target.plumb("doctor", {"--journal", "local"}).out.find("unfinished deployment: deployment 1\n  it was interrupted after 2 of 4") != std::string::npos);
        auto resumed = target.plumb("apply", {"--plan", plan, "--journal", "local"});
        INFO(resumed.err);
        CHECK(resumed.exit == (transactional ? 0 : 5));
        if (!transactional) continue;
        CHECK(target.ask(tables) == "a b c");
        CHECK(target.plumb("rollback", {"--journal", "local"}).exit == 0);
        CHECK(target.ask(tables).empty());
        CHECK(target.ask("select count(*) from pg_namespace where nspname ~ '^plumb'") == "0");
    }
}

TEST_CASE("whether the last transaction of a journal in a file was committed is PostgreSQL's to say", "[command]") {
    for (bool committed : {true, false}) {
        Target target;
        INFO(committed);
        auto path = server().folder() + "/plumb_" + target.name + ".journal";
        auto plan = plan_file(target, {{.sql = "CREATE TABLE public.a ()"}}, {{.sql = "DROP TABLE public.a"}});
        REQUIRE(target.plumb("apply", {"--plan", plan, "--journal", "local"}).exit == 0);
        // As a run leaves it that is killed before it learns of the commit, or before that; the line that it was writing is half a line.
        std::ifstream in(path);
        std::vector<std::string> lines;
        for (std::string line; std::getline(in, line);) lines.push_back(line);
        Connection other(target.conninfo());
        other.run("begin");
        std::string undone(other.query("select pg_current_xact_id()").text(0, 0));
        other.run("rollback");
        std::ofstream out(path);
        for (const auto& line : lines) {
            auto at = line.find("\"transaction\":\"");
            if (line.find("\"committed\"") != std::string::npos || line.find("left behind") != std::string::npos) break;
            out << (at == std::string::npos || committed ? line : line.substr(0, at + 15) + undone + line.substr(line.find('"', at + 15))) << "\n";
        }
        out << "{\"event\":\"comm";
        out.close();
        auto told = target.plumb("history", {"--journal", "local"});
        INFO(told.err << told.out);
        CHECK(told.out.find(committed ? "  done  " : "  interrupted  ") != std::string::npos);
        target.plumb("apply", {"--plan", plan, "--journal", "local"});
        CHECK(target.plumb("history", {"--journal", "local"}).exit == 0);
    }
}

TEST_CASE("a journal of another database, or none at all, is not taken for the target's", "[command]") {
    Target one, other;
    auto journal = "local=" + server().folder() + "/both.journal";
    auto plan = plan_file(one, {{.sql = "CREATE TABLE public.a ()"}});
    REQUIRE(one.plumb("apply", {"--plan", plan, "--journal", journal}).exit == 0);
    auto refused = other.plumb("apply", {"--plan", plan, "--journal", journal});
    CHECK(refused.exit == 4);
    CHECK(refused.err.find("is the journal of another database, " + one.name) != std::string::npos);
    CHECK(other.plumb("history", {"--journal", "local=" + file("no.journal", "{\"a\":\"b\"}\n")}).exit == 4);
    CHECK(other.plumb("history", {"--journal", "local=" + file("no.journal", "words\n")}).err.find("no.journal:1:1: error: this is no line of a journal") != std::string::npos);
    CHECK(other.plumb("history", {"--journal", "elsewhere"}).exit == 4);
    CHECK(other.plumb("apply", {"--plan", plan_file(other, {{.sql = "CREATE TABLE public.a ()"}}), "--journal", "local=/nowhere/x.journal"}).err.find("cannot write the journal /nowhere/x.journal") != std::string::npos);
    CHECK(other.ask(tables).empty());
}

TEST_CASE("a deployment that pauses between phases goes on from a journal in a file", "[command]") {
    Target target("create table t (a int, b int)");
    auto files = file("t.sql", "create table t (a int, c int);\n");
    auto apply = [&](const std::string& phase) { return target.plumb("apply", {files, "--allow", "all", "--phase", phase, "--journal", "local"}); };
    CHECK(apply("expand").out.find("`plumb apply --phase contract --journal local` goes on") != std::string::npos);
    CHECK(target.plumb("history", {"--journal", "local"}).out.find("  paused  ") != std::string::npos);
    CHECK(target.plumb("rollback", {"--allow", "all", "--journal", "local"}).exit == 0);
    REQUIRE(apply("expand").exit == 0);
    CHECK(apply("contract").exit == 0);
    CHECK(target.plumb("diff", {files, "--journal", "local"}).exit == 0);
    auto half = target.plumb("rollback", {"--allow", "all", "--journal", "local", "--phase", "contract"});
    CHECK(half.out.find("`plumb rollback --phase expand --journal local` goes on") != std::string::npos);
    CHECK(target.plumb("rollback", {"--allow", "all", "--journal", "local", "--phase", "expand"}).exit == 0);
    CHECK(target.ask("select string_agg(attname, ' ' order by attname) from pg_attribute where attrelid = 't'::regclass and attnum > 0 and not attisdropped") == "a b");
}

TEST_CASE("no secret is in a journal that is a file", "[command]") {
    Target target("create foreign data wrapper w");
    auto files = file("secret.sql", "create foreign data wrapper w;\ncreate server s foreign data wrapper w;\ncreate user mapping for public server s options (password 'geheim');\n");
    auto plan = server().folder() + "/secret.json";
    auto text_of = [](const std::string& path) {
        std::ifstream in(path);
        return std::string{std::istreambuf_iterator<char>(in), {}};
    };
    REQUIRE(target.plumb("diff", {files, "--trust-files", "--journal", "local", "--format", "json=" + plan}).exit == 2);
    auto text = text_of(plan);
    auto name = text.substr(text.find("plumb_secret_"), std::string_view("plumb_secret_01234567_01234567").size());
    auto applied = target.plumb("apply", {"--plan", plan, "--allow", "all", "--journal", "local"}, {"env", name + "=geheim"});
    INFO(applied.err << applied.out);
    CHECK(applied.exit == 0);
    CHECK(target.ask("select array_to_string(umoptions, '') from pg_user_mapping") == "password=geheim");
    text = text_of(server().folder() + "/plumb_" + target.name + ".journal");
    CHECK(text.find("CREATE USER MAPPING") != std::string::npos);
    CHECK(text.find("geheim") == std::string::npos);
}

TEST_CASE("a plan that was not proven is not applied unless that is wanted", "[command]") {
    Target target;
    auto path = plan_file(target, {{.sql = "CREATE TABLE public.a ()"}}, {{.sql = "DROP TABLE public.a"}});
    std::ifstream in(path);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    text.replace(text.find("\"both\""), 6, "\"no\"");
    file("plan.json", text);
    CHECK(target.plumb("apply", {"--plan", path}).exit == 7);
    CHECK(target.plumb("apply", {"--plan", path, "--proof", "none"}).exit == 0);
    CHECK(target.plumb("rollback", {}).exit == 7);
    CHECK(target.plumb("rollback", {"--proof", "none"}).exit == 0);
}

TEST_CASE("no password of a connection string is printed", "[command]") {
    for (std::string conninfo : {"postgres://me:geheim@localhost:1/x", "host=localhost port=1 password=geheim",
                                 "postgres://me@localhost:1/x?password=geheim"}) {
        for (std::vector<std::string> words :
             {std::vector<std::string>{"rollback"}, {"diff", file("nothing.sql", "-- nothing\n")}}) {
            words.insert(words.begin(), PLUMB_BINARY);
            words.insert(words.end(), {"--db", conninfo});
            auto output = tests::run(words);
            INFO(output.err);
            CHECK(output.exit == 1);
            CHECK((output.err + output.out).find("geheim") == std::string::npos);
        }
    }
}
