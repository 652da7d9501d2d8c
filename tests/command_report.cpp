// history and doctor: what they find, and how that reads.
#include "tests/catch.hpp"
#include "tests/command.hpp"

using namespace plumb;
using namespace plumb::tests;

namespace {

const char* users =
    "do 'begin create role plumb_test_visitor login; exception when duplicate_object then end';"
    "do 'begin create role plumb_test_owner; exception when duplicate_object then end';";

}  // namespace

TEST_CASE("history tells of the deployments, the newest first", "[report]") {
    Target target(users);
    CHECK(target.plumb("history", {}).out == "No deployments: nothing was applied to this database.\n");
    CHECK(target.plumb("history", {"--format", "json"}).out ==
          "{\n  \"format\": \"plumb history\",\n  \"version\": 1,\n  \"deployments\": []\n}\n");

    auto first = file("first.sql", "-- plumb: intent Keep\tthings\nCREATE TABLE t (i int);\nCREATE TABLE u (i int);\n");
    auto second = file("second.sql", "CREATE TABLE t (i int);\nCREATE TABLE u (i int);\nCREATE TABLE v ();\n");
    REQUIRE(target.plumb("apply", {first}).exit == 0);
    REQUIRE(target.plumb("apply", {second}).exit == 0);
    REQUIRE(target.plumb("rollback", {"--allow", "all"}).exit == 0);
    auto told = target.plumb("history", {});
    INFO(told.err + told.out);
    CHECK(told.exit == 0);
    auto day = target.ask("select to_char(now(), 'YYYY-MM-DD')");
    CHECK(told.out.starts_with("3  " + day));
    CHECK(has(told.out, "  done         postgres  rollback of 2, 1 step in 0."));
    CHECK(has(told.out, "\n2  " + day));
    CHECK(has(told.out, "  rolled back  postgres  1 step in 0."));
    CHECK(has(told.out, "  done         postgres  2 steps in 0."));
    CHECK(has(told.out, "\n   “Keep things”\n"));
    auto json = target.plumb("history", {"--format", "json"}).out;
    CHECK(
        has(json,
            "\"id\": 3,\n      \"kind\": \"rollback\",\n      \"undoes\": 2,\n      \"state\": \"done\",\n      \"started\": \"" +
                day + "T"));
    CHECK(has(json, "\"intents\": [\n        \"Keep\\tthings\"\n      ]"));
    CHECK(target.plumb("history", {"-q"}).out.empty());

    auto visitor = tests::run({PLUMB_BINARY, "history", "--db", target.conninfo("plumb_test_visitor")});
    CHECK(visitor.exit == 1);
    CHECK(has(visitor.err, "hint: GRANT USAGE ON SCHEMA plumb"));
}

TEST_CASE("history and doctor tell of a deployment that did not come to its end", "[report]") {
    Target target;
    REQUIRE(target.plumb("apply", {file("t.sql", "CREATE TABLE t (i int);\nCREATE TABLE u (i int);\n")}).exit == 0);
    CHECK(target.plumb("doctor", {}).out == "Nothing found.\n");
    target.ask("update plumb.step set state = 'waiting' where id = 2");
    target.ask("update plumb.deployment set state = 'running', finished = null");
    auto told = target.plumb("history", {});
    CHECK(has(told.out, "interrupted  postgres  1 of 2 steps"));
    CHECK(has(target.plumb("history", {"--format", "json"}).out, "\"finished\": null"));
    auto found = target.plumb("doctor", {});
    CHECK(found.exit == 2);
    CHECK(has(found.out, "unfinished deployment: deployment 1\n  it was interrupted after 1 of 2 steps\n  -> plumb apply"));

    target.ask("update plumb.step set state = 'failed', message = 'no such thing' where id = 2");
    target.ask("update plumb.deployment set state = 'failed'");
    CHECK(has(target.plumb("history", {}).out, "failed       postgres  1 of 2 steps\n   step 2: no such thing\n"));
    CHECK(has(target.plumb("doctor", {}).out, "it was given up after 1 of 2 steps: step 2: no such thing"));
    {
        // Whoever holds the lock of deployments is at work.
        target.ask("update plumb.deployment set state = 'running'");
        Connection other(target.conninfo());
        other.query("select pg_advisory_lock(482855972194)");
        CHECK(has(target.plumb("history", {}).out, "  running  "));
        CHECK(target.plumb("doctor", {}).exit == 0);
    }
}

TEST_CASE("doctor finds what no comparison shows, and says what to do", "[report]") {
    Target target(std::string(users) + R"(
        create schema "my shop";
        create table "my shop".item (id int primary key, price int);
        create table "my shop".line (item int references "my shop".item);
        insert into "my shop".item values (1, 1), (2, 1);
        alter table "my shop".item add constraint cheap check (price < 10) not valid;
        create domain "my shop".cents as int;
        alter domain "my shop".cents add constraint positive check (value > 0) not valid;
        create function "my shop".f() returns trigger language plpgsql as 'begin return new; end';
        create trigger "on change" before update on "my shop".item for each row execute function "my shop".f();
        alter table "my shop".item disable trigger "on change";
        alter table "my shop".line disable trigger all;
        create table "my shop".part (i int) partition by range (i);
        create table "my shop".part_1 partition of "my shop".part for values from (1) to (2);
        create index part_i on only "my shop".part (i);)");
    auto failed =
        server().psql(target.name, file("index.sql", "create unique index concurrently twice on \"my shop\".item (price);\n"));
    CHECK(failed.exit != 0);
    auto found = target.plumb("doctor", {});
    INFO(found.err + found.out);
    CHECK(found.exit == 2);
    CHECK(found.out.starts_with("6 findings\n\ninvalid index: \"my shop\".part_i\n"));
    for (std::string words : {"invalid index: \"my shop\".twice\n", "-> REINDEX INDEX CONCURRENTLY \"my shop\".twice\n",
                              "constraint is not validated: cheap on \"my shop\".item\n",
                              "-> ALTER TABLE \"my shop\".item VALIDATE CONSTRAINT cheap\n",
                              "-> ALTER DOMAIN \"my shop\".cents VALIDATE CONSTRAINT positive\n",
                              "trigger is disabled: \"on change\" on \"my shop\".item\n",
                              "-> ALTER TABLE \"my shop\".item ENABLE TRIGGER \"on change\"",
                              "foreign key is not enforced: line_item_fkey on \"my shop\".line\n  its triggers are switched off, "
                              "so rows are not checked\n"
                              "  -> ALTER TABLE \"my shop\".line ENABLE TRIGGER ALL\n"})
        CHECK(has(found.out, words));
    auto json = target.plumb("doctor", {"--format", "json"}).out;
    CHECK(has(json, "\"problem\": \"invalid index\",\n      \"object\": \"\\\"my shop\\\".part_i\""));
    CHECK(target.plumb("doctor", {"--exclude", "my shop"}).exit == 0);

    // The remedies work.
    for (std::string remedy :
         {"delete from \"my shop\".item where id = 2", "reindex index concurrently \"my shop\".twice",
          "alter table \"my shop\".item validate constraint cheap", "alter domain \"my shop\".cents validate constraint positive",
          "alter table \"my shop\".item enable trigger \"on change\"", "alter table \"my shop\".line enable trigger all",
          "create index part_1_i on \"my shop\".part_1 (i)",
          "alter index \"my shop\".part_i attach partition \"my shop\".part_1_i"})
        target.ask(remedy);
    CHECK(target.plumb("doctor", {}).out == "Nothing found.\n");
}

TEST_CASE("doctor tells a role which rights it lacks to deploy", "[report]") {
    Target target(std::string(users) + R"(
        create schema shop authorization plumb_test_owner;
        create table shop.item (id int);
        alter table shop.item owner to plumb_test_owner;)");
    auto doctor = [&] { return tests::run({PLUMB_BINARY, "doctor", "--db", target.conninfo("plumb_test_visitor")}); };
    auto found = doctor();
    INFO(found.err + found.out);
    CHECK(found.exit == 2);
    CHECK(has(found.out,
              "right is missing: schema shop\n  2 objects belong to plumb_test_owner, which plumb_test_visitor is no member of: "
              "apply could "
              "not change them\n  -> GRANT plumb_test_owner TO plumb_test_visitor\n"));
    CHECK(has(found.out,
              "plumb_test_visitor may not create schemas: apply could not keep its journal\n  -> GRANT CREATE ON DATABASE "));
    target.ask("grant plumb_test_owner to plumb_test_visitor");
    target.ask("grant create on database " + target.name + " to plumb_test_visitor");
    CHECK(doctor().out == "Nothing found.\n");

    REQUIRE(target
                .plumb("apply", {file("t.sql", "CREATE SCHEMA shop;\nCREATE TABLE shop.item (id int);\nCREATE TABLE t ();\n"),
                                 "--exclude", "shop"})
                .exit == 0);
    found = doctor();
    INFO(found.err + found.out);
    CHECK(has(found.out, "right is missing: schema plumb\n  plumb_test_visitor may not write the journal"));
    target.ask("grant usage on schema plumb to plumb_test_visitor");
    target.ask("grant select, insert, update on all tables in schema plumb to plumb_test_visitor");
    CHECK(!has(doctor().out, "journal"));
    target.ask("revoke plumb_test_owner from plumb_test_visitor");
}

TEST_CASE("doctor finds a partition that is half detached", "[report]") {
    Target target(R"(
        create table log (at date) partition by range (at);
        create table log_1 partition of log for values from ('2025-01-01') to ('2026-01-01');
        insert into log values ('2025-05-05');
        update pg_inherits set inhdetachpending = true)");
    auto found = target.plumb("doctor", {});
    CHECK(found.exit == 2);
    CHECK(has(found.out, "partition is half detached: public.log_1\n"));
    std::string remedy = "ALTER TABLE public.log DETACH PARTITION public.log_1 FINALIZE";
    CHECK(has(found.out, "-> " + remedy));
    target.ask(remedy);
    CHECK(target.plumb("doctor", {}).out == "Nothing found.\n");
    CHECK(target.ask("select count(*) from log_1") == "1");
}
