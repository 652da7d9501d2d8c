// A second session reads with the first: in the same snapshot, and only where one is to be had.
#include "introspect/beside.hpp"

#include "introspect/read.hpp"
#include "tests/catch.hpp"
#include "tests/command.hpp"

using namespace plumb;
using namespace plumb::tests;

namespace {

const std::string rows = "select count(*) from public.item";

std::string snapshot_of(Connection& session) {
    session.run("begin transaction isolation level repeatable read");
    return std::string(session.query("select pg_export_snapshot()").text(0, 0));
}

}  // namespace

TEST_CASE("a second session sees what the first does, and nothing later") {
    Target target("create table item ()");
    Connection first(target.conninfo());
    auto snapshot = snapshot_of(first);
    target.ask("insert into public.item default values returning 1");
    introspect::Beside beside(target.conninfo(), rows);
    beside.snapshot(snapshot);
    REQUIRE(beside.there());
    auto results = beside.results();
    CHECK(results.front().text(0, 0) == "0");
    CHECK(target.ask(rows) == "1");
}

TEST_CASE("a second session that finds no snapshot, or no way in, is none") {
    Target target("create table item ()");
    introspect::Beside forgotten(target.conninfo(), rows);
    introspect::Beside lost(target.conninfo(), rows);
    lost.snapshot("00000FFF-00000FFF-1");
    CHECK(!lost.there());
    introspect::Beside elsewhere(target.conninfo("plumb_test_nobody"), rows);
    elsewhere.snapshot("");
    CHECK(!elsewhere.there());
}

TEST_CASE("what fails in the second session fails, and is read again without it") {
    Target target("create table item ()");
    Connection first(target.conninfo());
    introspect::Beside beside(target.conninfo(), "select 1 / 0");
    beside.snapshot(snapshot_of(first));
    CHECK(beside.there());
    CHECK_THROWS_AS(beside.results(), Error);
}

TEST_CASE("two sessions read what one does, and one does where there are no two") {
    Target target(R"(
        do 'begin create role plumb_test_lone login connection limit 1; exception when duplicate_object then end';
        create table item (id int primary key, name text default 'x' check (name <> ''));
        create index on item (name);
        create view names as select name from item;
        comment on view names is 'names';
        grant select on item to plumb_test_lone)");
    Connection one(target.conninfo());
    auto alone = introspect::read(one);
    auto both = target.conninfo(), lone = target.conninfo("plumb_test_lone");
    CHECK(introspect::read(one, std::chrono::seconds(5), {}, &both).fingerprint() == alone.fingerprint());
    Connection only(lone);
    auto seen = introspect::read(only, std::chrono::seconds(5), {}, &lone);
    CHECK(seen.objects.size() >= alone.objects.size());
    CHECK(seen.fingerprint() == introspect::read(only).fingerprint());
}
