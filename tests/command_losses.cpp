// What apply and rollback say of data before they start: nothing is lost that nobody allowed.
#include "tests/catch.hpp"
#include "tests/command.hpp"

using namespace plumb;
using namespace plumb::tests;

namespace {

const std::string quiet_hour = "rewrites_table,blocks_reads,blocks_writes,breaks_queries";

}  // namespace

TEST_CASE("rollback asks before it rounds what an application wrote since", "[command]") {
    Target target("create table visit (id int primary key, at date); insert into visit values (1, '2026-01-01')");
    const auto files = file("visit.sql", "create table visit (id int primary key, at timestamp);");
    CHECK(target.plumb("apply", {files, "--allow", quiet_hour}).exit == 0);
    CHECK(target.plumb("rollback", {"--allow", quiet_hour}).exit == 0);
    CHECK(target.plumb("apply", {files, "--allow", quiet_hour}).exit == 0);
    target.ask("insert into visit values (2, '2026-01-02 12:00'), (3, '2026-01-03') returning id");
    auto refused = target.plumb("rollback", {"--allow", quiet_hour});
    INFO(refused.err);
    CHECK(refused.exit == 3);
    CHECK(has(refused.err, ": 1 values of public.visit.at"));
    CHECK(target.ask("select count(*) from visit where at::time > '0:00'") == "1");
    CHECK(target.plumb("rollback", {"--allow", quiet_hour + ",loses_data"}).exit == 0);
    CHECK(target.ask("select string_agg(at::text, ' ' order by id) from visit") == "2026-01-01 2026-01-02 2026-01-03");
}

TEST_CASE("rollback casts only what an application wrote since", "[command]") {
    Target target("create table item (id int primary key, code int not null); insert into item values (1, 10), (2, 20)");
    const auto files = file("item.sql", "create table item (id int primary key,\n    -- plumb: using 'item-' || code\n    code text not null);");
    CHECK(target.plumb("apply", {files, "--allow", quiet_hour}).exit == 0);
    target.ask("insert into item values (3, '30'), (4, 'forty') returning id");
    auto refused = target.plumb("rollback", {"--allow", quiet_hour});
    INFO(refused.err);
    CHECK(refused.exit == 3);
    CHECK(has(refused.err, "what is in public.item.code: invalid input syntax for type integer: \"forty\""));
    target.ask("update item set code = '40' where id = 4 returning id");
    auto undone = target.plumb("rollback", {"--allow", quiet_hour});
    INFO(undone.err);
    CHECK(undone.exit == 0);
    CHECK(target.ask("select string_agg(id || ' ' || code, ', ' order by id) from item") == "1 10, 2 20, 3 30, 4 40");
}

TEST_CASE("what changed beside a key that changes comes back by the new key", "[command]") {
    Target target("create table item (id int primary key, price numeric(10, 2), colour text);"
                  "insert into item values (1, 1.25, 'red'), (2, 2.5, 'blue'), (3, 3, null)");
    const auto files = file("item.sql", "create table item (\n    -- plumb: using 'item-' || id\n    -- plumb: reverse using substr(id, 6)::int\n    id text primary key,\n"
                                        "    price integer);");
    CHECK(target.plumb("apply", {files, "--allow", quiet_hour + ",scans_table"}).exit == 0);
    CHECK(target.ask("select string_agg(id || ' ' || price, ', ' order by id) from item") == "item-1 1, item-2 3, item-3 3");
    target.ask("insert into item values ('item-4', 4) returning id");
    target.ask("update item set price = 20 where id = 'item-2' returning id");
    auto undone = target.plumb("rollback", {"--allow", quiet_hour + ",scans_table"});
    INFO(undone.err);
    CHECK(undone.exit == 0);
    CHECK(target.ask("select string_agg(concat_ws(' ', id, price, colour), ', ' order by id) from item") == "1 1.25 red, 2 20.00 blue, 3 3.00, 4 4.00");
}

TEST_CASE("rows without a key get their old values by all else that is in them", "[command]") {
    Target target("create table reading (place text, value numeric, unit numeric, note text);"
                  "insert into reading values ('a', 1.4, 0.3, 'x'), ('a', 1.2, 0.4, 'y'), ('a', 1.2, 0.4, 'y'), ('b', 2.5, null, null), ('b', 4.5, 1, 'z')");
    const auto files = file("reading.sql", "create table reading (place text, value integer, unit integer);");
    CHECK(target.plumb("apply", {files, "--allow", quiet_hour + ",scans_table"}).exit == 0);
    const std::string rows = "select string_agg(concat_ws(' ', place, value, unit), ', ' order by place, value, unit) from reading";
    CHECK(target.ask(rows) == "a 1 0, a 1 0, a 1 0, b 3, b 5 1");
    target.ask("insert into reading values ('c', 7, 0) returning place");
    target.ask("update reading set value = 9 where value = 3 returning place");
    target.ask("delete from reading where unit = 1 returning place");
    auto refused = target.plumb("rollback", {"--allow", quiet_hour + ",scans_table"});
    INFO(refused.err);
    CHECK(refused.exit == 3);
    CHECK(has(refused.err, ": 2 values of plumb_archive_1.of_note_3"));
    auto undone = target.plumb("rollback", {"--allow", quiet_hour + ",scans_table,loses_data"});
    INFO(undone.out << undone.err);
    CHECK(undone.exit == 0);
    CHECK(target.ask("select string_agg(concat_ws(' ', place, value, unit, note), ', ' order by place, value, unit) from reading") ==
          "a 1.2 0.4 y, a 1.2 0.4 y, a 1.4 0.3 x, b 9, c 7 0");
}

TEST_CASE("rows that are wider than their table are told apart by its columns only where these have their key", "[command]") {
    Target target("create table base (a text, b numeric, c text); create table child (d text) inherits (base);"
                  "insert into child values ('a', 1, 'x', 'y')");
    auto refused = target.plumb("apply", {file("base.sql", "create table base (a text, b integer); create table child (d text) inherits (base);"), "--allow", quiet_hour + ",scans_table"});
    INFO(refused.err);
    CHECK(refused.exit == 3);
    CHECK(has(refused.err, "loses_data"));

    target.ask("insert into child values ('b', 1, 'z', 'y') returning a");
    Connection(target.conninfo()).run("alter table child add primary key (a)");
    const auto keyed = file("base.sql", "create table base (a text, b integer); create table child (d text, primary key (a)) inherits (base);");
    CHECK(target.plumb("apply", {keyed, "--allow", quiet_hour + ",scans_table"}).exit == 0);
    CHECK(target.plumb("rollback", {"--allow", quiet_hour + ",scans_table"}).exit == 0);
    CHECK(target.ask("select string_agg(concat_ws(' ', a, b, c, d), ', ' order by a) from base join child using (a, b, c)") == "a 1 x y, b 1 z y");
}

TEST_CASE("a key is not cut off", "[command]") {
    Target target("create table item (code text primary key); insert into item values ('long'), ('tiny  ')");
    const auto files = file("item.sql", "create table item (code varchar(4) primary key);");
    auto stopped = target.plumb("apply", {files, "--allow", "all"});
    INFO(stopped.err);
    CHECK(stopped.exit == 0);
    CHECK(target.ask("select string_agg(code, ',' order by code) from item") == "long,tiny");
    CHECK(target.plumb("rollback", {"--allow", "all"}).exit == 0);
    CHECK(target.ask("select string_agg(code, ',' order by code) from item") == "long,tiny  ");
    target.ask("insert into item values ('longer') returning code");
    stopped = target.plumb("apply", {files, "--allow", "all"});
    INFO(stopped.err);
    CHECK(stopped.exit == 1);
    CHECK(has(stopped.err, "value too long for type character varying(4)"));
    CHECK(target.ask("select count(*) from item where code = 'longer'") == "1");
}

TEST_CASE("rows that a fill gave a value have none again, but for those that were changed since", "[command]") {
    Target target("create table item (id int primary key, label text, at timestamptz);"
                  "insert into item values (1, null, null), (2, 'own', now()), (3, null, null), (4, null, now())");
    const auto files = file("item.sql", "create table item (id int primary key,\n    -- plumb: backfill 'item ' || id\n    label text not null,\n"
                                        "    -- plumb: backfill now()\n    at timestamptz not null);");
    auto applied = target.plumb("apply", {files, "--allow", "all"});
    INFO(applied.err);
    CHECK(applied.exit == 0);
    CHECK(target.ask("select count(label) + count(at) from item") == "8");
    target.ask("update item set label = 'mine' where id = 3 returning id");
    target.ask("insert into item values (5, 'new', now()) returning id");
    auto undone = target.plumb("rollback", {"--allow", "all"});
    INFO(undone.out << undone.err);
    CHECK(undone.exit == 0);
    CHECK(target.ask("select string_agg(concat_ws(' ', id, label, at is null), ', ' order by id) from item") == "1 t, 2 own f, 3 mine t, 4 f, 5 new f");
}

TEST_CASE("rows without a key that a fill gave a value have none again, but for those that were changed since", "[command]") {
    Target target("create table visit (page text, label text);"
                  "insert into visit values ('a', null), ('a', null), ('a', 'own'), ('b', null), ('c', null), ('c', 'of c')");
    const auto files = file("visit.sql", "create table visit (page text,\n    -- plumb: backfill 'of ' || page\n    label text not null);");
    CHECK(target.plumb("apply", {files, "--allow", "blocks_writes"}).exit == 0);
    CHECK(target.ask("select string_agg(concat_ws(' ', page, label), ', ' order by page, label) from visit") == "a of a, a of a, a own, b of b, c of c, c of c");
    target.ask("update visit set label = 'mine' where page = 'b' returning page");
    target.ask("insert into visit values ('d', 'of d') returning page");
    auto undone = target.plumb("rollback", {"--allow", "scans_table,blocks_writes"});
    INFO(undone.out << undone.err);
    CHECK(undone.exit == 0);
    CHECK(target.ask("select string_agg(concat_ws(' ', page, label), ', ' order by page, label) from visit") == "a own, a, a, b mine, c of c, c, d of d");
}

TEST_CASE("what is written after columns went has values in them again, where the files say which", "[command]") {
    Target target("create table person (id int primary key, full_name varchar(20) not null, born timestamptz);"
                  "insert into person values (1, 'Ada  Lovelace', '1815-12-10 12:00'), (2, 'Plato', null), (3, 'Grace Hopper', '1906-12-09')");
    const std::string table = "create table person (id int primary key,\n    -- plumb: backfill split_part(full_name, ' ', 1)\n    first_name text not null,\n"
                              "    -- plumb: backfill split_part(full_name, ' ', -1)\n    last_name text not null,\n"
                              "    -- plumb: backfill born::date\n    birthday date);";
    const auto unsaid = file("person.sql", table);
    auto warned = target.plumb("diff", {unsaid});
    CHECK(has(warned.err + warned.out, "rows that are written after this deployment have no value for public.person.full_name, which a rollback stops at"));
    CHECK(target.plumb("apply", {unsaid, "--allow", "all"}).exit == 0);
    target.ask("insert into person values (4, 'Alan', 'Turing', '1912-06-23') returning id");
    auto stopped = target.plumb("rollback", {"--allow", "all"});
    INFO(stopped.err);
    CHECK(stopped.exit == 1);
    CHECK(has(stopped.err, "1 row of public.person found no value for public.person.full_name, such as (id) = '4'"));
    target.ask("delete from person where id = 4 returning id");
    CHECK(target.plumb("rollback", {"--allow", "all"}).exit == 0);

    const auto said = file("person.sql", "-- plumb: reverse backfill (full_name) first_name || ' ' || last_name\n-- plumb: reverse backfill (\"born\") birthday\n" + table);
    CHECK(!has(target.plumb("diff", {said}).err, "a rollback stops"));
    CHECK(target.plumb("apply", {said, "--allow", "all"}, {"env", "PGTZ=Europe/Berlin"}).exit == 0);
    target.ask("insert into person values (4, 'Alan', 'Turing', '1912-06-23') returning id");
    target.ask("update person set last_name = 'Murray' where id = 3 returning id");
    auto undone = target.plumb("rollback", {"--allow", "all"}, {"env", "PGTZ=America/New_York"});
    INFO(undone.err);
    CHECK(undone.exit == 0);
    CHECK(target.ask("select string_agg(full_name, ', ' order by id) from person") == "Ada  Lovelace, Plato, Grace Murray, Alan Turing");
    CHECK(target.ask("select count(*) from person where born = timestamptz '1815-12-10 12:00' or id = 2 and born is null or born = timestamptz '1906-12-09'") == "3");
}

TEST_CASE("what the way back is to compute is an error at its place", "[command]") {
    Target target("create table person (id int primary key, name text)");
    auto told = [&](const std::string& directive) {
        auto done = target.plumb("diff", {file("person.sql", "-- plumb: " + directive + "\ncreate table person (id int primary key);")});
        return std::to_string(static_cast<int>(done.exit)) + done.err;
    };
    CHECK(has(told("reverse backfill name"), "person.sql:1:1: error: `reverse backfill` needs a column in brackets, and an expression"));
    CHECK(has(told("reverse backfill (name)"), "person.sql:1:1: error: `reverse backfill` needs a column in brackets, and an expression"));
    CHECK(has(told("reverse backfill (id) 1"), "person.sql:1:1: error: `reverse backfill` is about a column that goes, and public.person.id stays"));
    CHECK(has(told("reverse backfill (name) nick"), "person.sql:1:1: error: the plan failed its rehearsal"));
    CHECK(told("reverse backfill (name) nick").starts_with("7"));
    CHECK(told("reverse backfill (long_gone) nick").starts_with("2"));
}

TEST_CASE("old values come back whatever the time zone of the session is", "[command]") {
    Target target("create table visit (id int primary key, at timestamp); insert into visit values (1, '2026-07-01 10:00'), (2, 'infinity');"
                  "create table day (at date primary key); insert into day values ('2026-07-01')");
    const auto files = file("visit.sql", "create table visit (id int primary key, at timestamptz); create table day (at timestamptz primary key);");
    CHECK(target.plumb("apply", {files, "--allow", quiet_hour}, {"env", "PGTZ=Europe/Berlin"}).exit == 0);
    CHECK(target.ask("select at at time zone 'Europe/Berlin' from visit where id = 1") == "2026-07-01 10:00:00");
    auto undone = target.plumb("rollback", {"--allow", quiet_hour}, {"env", "PGTZ=America/New_York"});
    INFO(undone.err);
    CHECK(undone.exit == 0);
    CHECK(target.ask("select string_agg(visit.at::text, ', ' order by id) || ', ' || max(day.at) from visit, day") == "2026-07-01 10:00:00, infinity, 2026-07-01");
}

TEST_CASE("apply asks before it rounds what no archive can hold", "[command]") {
    Target target("create table reading (value numeric); create table noted (note text) inherits (reading); insert into noted values (1.5, 'a'), (2.25, 'b')");
    const auto files = file("reading.sql", "create table reading (value numeric(10, 1)); create table noted (note text) inherits (reading);");
    auto refused = target.plumb("apply", {files, "--allow", quiet_hour});
    INFO(refused.err);
    CHECK(refused.exit == 3);
    CHECK(has(refused.err, ": 1 values of public.reading.value"));
    target.ask("delete from noted where value = 2.25 returning value");
    CHECK(target.plumb("apply", {files, "--allow", quiet_hour}).exit == 0);
}

TEST_CASE("a table that becomes partitioned takes its rows along, and takes those that came since back", "[command]") {
    Target target("create table reading (id int generated always as identity primary key, value numeric);"
                  "insert into reading (value) values (1.5), (-2); delete from reading where id = 2");
    const auto low = "create table reading_low partition of reading for values from (1) to (4);";
    const std::string table = "create table reading (id int generated always as identity primary key, value numeric, note text) partition by range (id);";
    CHECK(target.plumb("apply", {file("reading.sql", table + low), "--no-archive", "--allow", quiet_hour}).exit == 0);
    CHECK(target.ask("insert into reading (value, note) values (7, 'later') returning id") == "3");
    CHECK(target.ask("select string_agg(reading::text, ' ' order by value) from reading") == "(1,1.5,) (3,7,later)");
    auto refused = target.plumb("rollback", {"--allow", quiet_hour});
    INFO(refused.err);
    CHECK(refused.exit == 3);
    CHECK(has(refused.err, ": 1 rows of public.reading_low"));
    target.ask("update reading set note = null returning id");
    auto undone = target.plumb("rollback", {"--allow", quiet_hour});
    INFO(undone.err);
    CHECK(undone.exit == 0);
    CHECK(target.ask("insert into reading (value) values (8) returning id") == "4");
    CHECK(target.ask("select string_agg(reading::text, ' ' order by value) from reading") == "(1,1.5) (3,7) (4,8)");
    // What no partition takes stays where it is.
    auto failed = target.plumb("apply", {file("reading.sql", table + low), "--allow", quiet_hour});
    CHECK(failed.exit == 1);
    CHECK(has(failed.err, "no partition of relation \"reading\" found for row"));
    CHECK(target.ask("select string_agg(reading::text, ' ' order by value) from reading") == "(1,1.5) (3,7) (4,8)");
}

TEST_CASE("a plan says of a table whether it begins without rows", "[command]") {
    Target target("create table reading (id int, value numeric); insert into reading values (1, 1.5)");
    const auto files = file("reading.sql", "create table reading (id int) partition by range (id); create table reading_rest partition of reading default;");
    auto archived = target.plumb("diff", {files});
    CHECK(has(archived.out + archived.err, "public.reading will begin without rows"));
    auto applied = target.plumb("apply", {files, "--no-archive", "--allow", quiet_hour + ",loses_data"});
    INFO(applied.err);
    CHECK(applied.exit == 0);
    CHECK_FALSE(has(applied.out + applied.err, "begin without rows"));
    CHECK(target.ask("select string_agg(id::text, ' ') from reading") == "1");
}
