// pg_partman itself: the partitions that it makes are its own affair.
#include "tests/catch.hpp"
#include "tests/command.hpp"

using namespace plumb;
using namespace plumb::tests;

namespace {

const std::string partman = "create schema partman;\ncreate extension pg_partman schema partman;\n";

std::string files(const std::string& columns) {
    return file("event.sql", partman + "-- plumb: partitions dynamic\ncreate table event (id bigint generated always as identity, at timestamptz not null, note text" + columns +
                                 ") partition by range (at);\ncreate index event_at on event (at);\n");
}

/// The table is given to pg_partman, which makes a default partition and those of some days.
std::string parent(const Target& target) {
    bool old = target.ask("select extversion < '5' from pg_extension where extname = 'pg_partman'") == "t";
    return "select partman.create_parent(p_parent_table => 'public.event', p_control => 'at', p_interval => '1 day', p_premake => 3, p_type => '" +
           std::string(old ? "native" : "range") + "')";
}

const std::string partitions = "select count(*) from pg_inherits where inhparent = 'event'::regclass";
const std::string lacking =
    "select count(*) from pg_inherits where inhparent = 'event'::regclass"
    " and not exists (select from pg_attribute where attrelid = inhrelid and attname = 'source' and not attisdropped)";

}  // namespace

TEST_CASE("what pg_partman makes is no drift, and changes with its parent", "[partman]") {
    Target target(partman + "create table event (id bigint generated always as identity, at timestamptz not null, note text) partition by range (at); create index event_at on event (at)");
    target.ask(parent(target));
    target.ask("insert into event (at, note) select now() + i * interval '1 day', 'day ' || i from generate_series(-1, 2) i returning 1");
    auto made = std::stoi(target.ask(partitions));
    CHECK(made > 3);
    std::vector<std::string> exclude{"--exclude", "partman.template_*"};
    auto run = [&](const std::string& command, std::vector<std::string> words) {
        words.insert(words.end(), exclude.begin(), exclude.end());
        return target.plumb(command, words);
    };
    auto before = files("");
    auto drift = run("drift", {before});
    INFO(drift.err << drift.out);
    REQUIRE(drift.exit == 0);

    auto after = files(", source text default 'web' not null");
    auto applied = run("apply", {after, "--allow", "all"});
    INFO(applied.err << applied.out);
    REQUIRE(applied.exit == 0);
    CHECK(target.ask(lacking) == "0");
    CHECK(target.ask("select count(*) from event where source = 'web'") == "4");
    // Days go by.
    target.ask("update partman.part_config set premake = 6 returning 1");
    target.ask("select partman.run_maintenance('public.event')");
    CHECK(std::stoi(target.ask(partitions)) == made + 3);
    CHECK(target.ask(lacking) == "0");
    CHECK(run("drift", {after}).exit == 0);

    auto undone = run("rollback", {"--allow", "all"});
    INFO(undone.err);
    REQUIRE(undone.exit == 0);
    CHECK(std::stoi(target.ask(partitions)) == made + 3);
    CHECK(std::stoi(target.ask(lacking)) == made + 3);
    CHECK(target.ask("select string_agg(note, ', ' order by at) from event") == "day -1, day 0, day 1, day 2");
    CHECK(run("drift", {files("")}).exit == 0);
    target.ask("select partman.run_maintenance('public.event')");
    CHECK(target.ask("select count(*) from partman.part_config") == "1");
}
