// A fill that is killed at any moment is taken up by the next run: every row right, none twice, nothing left over.
#include <cstdlib>
#include <random>

#include "tests/catch.hpp"
#include "tests/command.hpp"
#include "tests/observer.hpp"

using namespace plumb;
using tests::server;

namespace {

/// How much of it: PLUMB_KILLS sets both, for the long run.
struct Extent {
    int kills = 6, rows = 60000;
    const char* pause = "150ms";  ///< so that the fill outlives most of the kills
};

Extent extent() {
    const char* kills = std::getenv("PLUMB_KILLS");
    return kills ? Extent{std::atoi(kills), 1000000, "100ms"} : Extent{};
}

constexpr const char* before = R"(
create table item (id int primary key, price int not null, touched int not null default 0);
create function count_updates() returns trigger language plpgsql as 'begin new.touched := new.touched + 1; return new; end';
create trigger count_updates before update on item for each row execute function count_updates();
)";

std::string after(const std::string& rest) {
    return R"(
create table item (id int primary key, price int not null, touched int not null default 0,
    -- plumb: backfill price * 2
    doubled int)" +
           rest + R"();
create function count_updates() returns trigger language plpgsql as 'begin new.touched := new.touched + 1; return new; end';
create trigger count_updates before update on item for each row execute function count_updates();
)";
}

/// Kills one run after the other, each at any moment, and then lets one end.
void apply_killed(const tests::Target& target, const std::string& files, const std::string& journal, std::mt19937& random) {
    auto [kills, rows, pause] = extent();
    auto moment = [&] { return std::to_string(std::uniform_real_distribution(0.2, 3.0)(random)); };
    int killed = 0;
    for (int i = 0; i < kills; ++i)
        killed += target.plumb("apply", {files, "--yes", "-q", "--allow", "all", "--batch", "1000", "--pause", pause, "--journal", journal}, {"timeout", "-s", "KILL", moment()}).exit == 137;
    INFO("killed " << killed << " times of " << kills);
    CHECK(killed * 2 >= kills);
    auto last = target.plumb("apply", {files, "--yes", "--allow", "all", "--journal", journal});
    INFO(last.err);
    CHECK(last.exit == 0);
}

}  // namespace

TEST_CASE("a fill that is killed goes on where it was", "[command][fill]") {
    auto seed = std::random_device{}();
    std::mt19937 random(seed);
    INFO("seed " << seed);
    for (auto [rest, journal] : {std::pair("", "target"), {" not null", "target"}, {" not null", "local"}}) {
        INFO("doubled int" << rest << ", journal " << journal);
        tests::Target target(before);
        Connection(target.conninfo()).run("insert into item select i, i from generate_series(1, " + std::to_string(extent().rows) + ") i");
        auto files = tests::file("item.sql", after(rest));
        apply_killed(target, files, journal, random);
        CHECK(target.ask("select count(*) from item where doubled is distinct from price * 2 or touched <> 1") == "0");
        CHECK(target.ask("select count(*) from pg_constraint where conname = 'plumb_not_null'") == "0");
        auto told = target.plumb("history", {"--journal", journal}).out;
        CHECK(told.find("interrupted") == std::string::npos);
        CHECK(told.find("  done  ") != std::string::npos);
        CHECK(target.plumb("diff", {files}).exit == 0);
    }
}

TEST_CASE("what a fill that is killed gave rows without a value goes again", "[command][fill]") {
    auto seed = std::random_device{}();
    std::mt19937 random(seed);
    INFO("seed " << seed);
    for (const std::string key : {" primary key", ""}) {
        INFO("id int" << key);
        tests::Target target("create table item (id int" + key + ", label text)");
        Connection(target.conninfo()).run("insert into item select i, case when i % 2 = 0 then 'own' end from generate_series(1, " + std::to_string(extent().rows) + ") i");
        apply_killed(target, tests::file("item.sql", "create table item (id int" + key + ",\n    -- plumb: backfill gen_random_uuid()\n    label text not null);"), "target", random);
        CHECK(target.ask("select count(*) from item where label is null or (label = 'own') <> (id % 2 = 0)") == "0");
        auto undone = target.plumb("rollback", {"--allow", "all"});
        INFO(undone.err);
        CHECK(undone.exit == 0);
        CHECK(target.ask("select count(*) from item where label is distinct from case when id % 2 = 0 then 'own' end") == "0");
    }
}
