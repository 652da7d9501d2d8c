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

/// Seconds until the next kill, so that it falls anywhere in a run.
std::string moment(std::mt19937& random) {
    return std::to_string(std::uniform_real_distribution(0.2, 3.0)(random));
}

}  // namespace

TEST_CASE("a fill that is killed goes on where it was", "[command][fill]") {
    auto [kills, rows, pause] = extent();
    auto seed = std::random_device{}();
    std::mt19937 random(seed);
    INFO("seed " << seed);
    for (auto [rest, journal] : {std::pair("", "target"), {" not null", "target"}, {" not null", "local"}}) {
        INFO("doubled int" << rest << ", journal " << journal);
        tests::Target target(before);
        Connection(target.conninfo()).run("insert into item select i, i from generate_series(1, " + std::to_string(rows) + ") i");
        auto files = tests::file("item.sql", after(rest));
        int killed = 0;
        for (int i = 0; i < kills; ++i)
            killed += target.plumb("apply", {files, "--yes", "-q", "--allow", "all", "--batch", "1000", "--pause", pause, "--journal", journal}, {"timeout", "-s", "KILL", moment(random)}).exit == 137;
        INFO("killed " << killed << " times of " << kills);
        CHECK(killed * 2 >= kills);
        auto last = target.plumb("apply", {files, "--yes", "--allow", "all", "--journal", journal});
        INFO(last.err);
        CHECK(last.exit == 0);
        CHECK(target.ask("select count(*) from item where doubled is distinct from price * 2 or touched <> 1") == "0");
        CHECK(target.ask("select count(*) from pg_constraint where conname = 'plumb_not_null'") == "0");
        auto told = target.plumb("history", {"--journal", journal}).out;
        CHECK(told.find("interrupted") == std::string::npos);
        CHECK(told.find("  done  ") != std::string::npos);
        CHECK(target.plumb("diff", {files}).exit == 0);
    }
}
