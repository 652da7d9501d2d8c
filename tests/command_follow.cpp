// Between expand and contract an application goes on that does not know the new columns: what it writes shows in them.
#include "tests/catch.hpp"
#include "tests/command.hpp"

using namespace plumb;

namespace {

constexpr const char* before = R"(
create table person (id int primary key, full_name text not null, notes json, place point);
create function tidy() returns trigger language plpgsql as $$ begin new.full_name := trim(new.full_name); return new; end $$;
create trigger tidy before insert or update on person for each row execute function tidy();
)";

constexpr const char* after = R"(
create table person (id int primary key, notes json, place point,
    -- plumb: backfill split_part(person.full_name, ' ', 1)
    first_name text not null,
    -- plumb: backfill nullif(substr(full_name, strpos(full_name || ' ', ' ') + 1), '')
    "Last ""name""" text,
    -- plumb: backfill 100 / length(full_name)
    share int,
    -- plumb: backfill notes ->> 'k'
    k text,
    -- plumb: backfill place[0]
    x float8);
)";

std::string names(const tests::Target& target) {
    return target.ask(R"(select concat_ws('|', id, first_name, "Last ""name""", share, k, x) from person order by id)");
}

}  // namespace

TEST_CASE("new columns follow what an application writes that does not know them", "[command][fill]") {
    tests::Target target(before);
    Connection(target.conninfo()).run("insert into person values (1, 'Ada Lovelace', '{}', '(1,2)'), (2, 'Plato', null, null)");
    auto write = [&](const std::string& sql) { Connection(target.conninfo("writer")).run(sql); };
    Connection(target.conninfo()).run("do $$ begin create role writer login; exception when duplicate_object then end $$; "
                                      "grant select, insert, update on person to writer");
    auto files = tests::file("person.sql", after);
    std::vector<std::string> options{files, "--yes", "--allow", "all"};
    auto phase = [&](const std::string& one) {
        auto all = options;
        all.insert(all.end(), {"--phase", one});
        return all;
    };
    auto drift = target.plumb("drift", {files, "-q"}).out;
    REQUIRE(target.plumb("apply", phase("expand")).exit == 0);

    // The old application, as a role with no rights to anything of ours, while rows are not filled yet.
    write("insert into person values (3, '  Grace Brewster Hopper ', '{\"k\": 1}', '(3,4)')");
    CHECK(names(target) == "1\n2\n3|Grace|Brewster Hopper|4|1|3");
    write("update person set full_name = 'Ada King' where id = 1");
    CHECK(names(target) == "1|Ada|King|12\n2\n3|Grace|Brewster Hopper|4|1|3");
    REQUIRE(target.plumb("apply", phase("migrate")).exit == 0);
    CHECK(names(target) == "1|Ada|King|12|1\n2|Plato|20\n3|Grace|Brewster Hopper|4|1|3");

    // A value that cannot be computed hinders nobody, and is not left as it was.
    write("update person set full_name = '' where id = 2");
    CHECK(names(target) == "1|Ada|King|12|1\n2|\n3|Grace|Brewster Hopper|4|1|3");
    write("update person set full_name = 'Plato Aristonos', notes = '{\"k\": 2}' where id = 2");
    CHECK(names(target) == "1|Ada|King|12|1\n2|Plato|Aristonos|6|2\n3|Grace|Brewster Hopper|4|1|3");

    // The new application's own values stay, as long as the old one does not change what they follow from.
    write("insert into person (id, full_name, first_name) values (4, 'Emmy Noether', 'Amalie')");
    write("update person set first_name = 'Augusta', full_name = 'Ada Byron' where id = 1");
    write("update person set notes = '{}' where id = 1");
    CHECK(names(target) == "1|Augusta|Byron|11|1\n2|Plato|Aristonos|6|2\n3|Grace|Brewster Hopper|4|1|3\n4|Amalie|Noether|8");

    CHECK(target.ask("select count(*) from pg_trigger where tgname like 'zz_plumb%'") == "10");
    CHECK(target.plumb("drift", {files, "-q"}).out.find("sync") == std::string::npos);

    SECTION("contract ends it") {
        auto last = target.plumb("apply", phase("contract"));
        INFO(last.err);
        CHECK(last.exit == 0);
        CHECK(names(target) == "1|Augusta|Byron|11|1\n2|Plato|Aristonos|6|2\n3|Grace|Brewster Hopper|4|1|3\n4|Amalie|Noether|8");
        CHECK(target.plumb("drift", {files}).exit == 0);
        CHECK(target.plumb("rollback", {"--yes", "--allow", "all"}).exit == 0);
        CHECK(target.ask("select string_agg(full_name, ', ' order by id) from person") == "Ada Byron, Plato Aristonos, Grace Brewster Hopper, Emmy Noether");
    }
    SECTION("so does a rollback") {
        auto last = target.plumb("rollback", {"--yes", "--allow", "all"});
        INFO(last.err);
        CHECK(last.exit == 0);
        CHECK(target.plumb("drift", {files, "-q"}).out == drift);
    }
    SECTION("so does another plan") {
        auto others = tests::file("person_as_it_was.sql", before);
        auto last = target.plumb("apply", {others, "--yes", "--allow", "all"});
        INFO(last.err);
        CHECK(last.exit == 0);
        CHECK(target.plumb("drift", {others}).exit == 0);
    }
    CHECK(target.ask("select count(*) from pg_trigger where tgname like 'zz_plumb%'") == "0");
    CHECK(target.ask("select count(*) from pg_namespace where nspname like 'plumb_sync%'") == "0");
}
