// apply and rollback, phase by phase: between two of them the old application keeps working.
#include "tests/catch.hpp"
#include "tests/command.hpp"

using namespace plumb;

namespace {

constexpr const char* before = R"(
create table users (id int primary key, name text not null, created_at timestamptz not null default now());
insert into users (id, name) select i, 'user ' || i from generate_series(1, 1000) i;
)";

constexpr const char* desired = R"(
create table users (id int primary key, created_at timestamptz not null default now(),
    -- plumb: backfill name
    label text not null,
    -- plumb: backfill created_at
    last_login timestamptz not null default now());
)";

const std::string columns =
    "select string_agg(attname || case when attnotnull then '!' else '' end, ' ' order by attname) from pg_attribute"
    " where attrelid = 'users'::regclass and attnum > 0 and not attisdropped";

}  // namespace

TEST_CASE("a deployment goes phase by phase, and the old application with it", "[command][fill]") {
    tests::Target target(before);
    auto files = tests::file("users.sql", desired);
    auto phase = [&](const std::string& command, const std::string& name) {
        std::vector<std::string> options{"--yes", "--allow", "all", "--phase", name};
        if (command == "apply") options.insert(options.begin(), files);
        auto out = target.plumb(command, options);
        INFO(out.err);
        CHECK(out.exit == 0);
        return out.out;
    };
    auto rows = [&] { return target.ask("select count(*)::text from users"); };
    auto old_application = [&](int id) {
        CHECK_NOTHROW(
            Connection(target.conninfo())
                .run("insert into users (id, name) values (" + std::to_string(id) + ", 'late " + std::to_string(id) + "')"));
    };

    CHECK(target.plumb("apply", {files, "--yes", "--phase", "contract"}).exit == 4);
    CHECK(target.ask(columns) == "created_at! id! name!");

    CHECK(phase("apply", "expand").find("The old application keeps working") != std::string::npos);
    CHECK(target.ask(columns) == "created_at! id! label last_login name!");
    old_application(2001);
    CHECK(phase("apply", "migrate").find("Deploy the application that knows the new shape now") != std::string::npos);
    CHECK(target.ask(
              "select count(*)::text from users where label is distinct from name or last_login is distinct from created_at") ==
          "0");
    old_application(2002);
    CHECK(target.plumb("history", {}).out.find("paused") != std::string::npos);

    phase("apply", "contract");
    CHECK(target.ask(columns) == "created_at! id! label! last_login!");
    CHECK(target.ask("select label from users where id = 2002") == "late 2002");
    CHECK(target.plumb("drift", {files}).exit == 0);

    CHECK(phase("rollback", "contract").find("`plumb rollback --phase expand` goes on") != std::string::npos);
    phase("rollback", "expand");
    CHECK(target.ask(columns) == "created_at! id! name!");
    CHECK(rows() == "1002");
    CHECK(target.ask("select count(*)::text from users where name <> 'user ' || id and name <> 'late ' || id") == "0");
}

TEST_CASE("a deployment that paused after a phase is undone from there", "[command][fill]") {
    tests::Target target(before);
    auto files = tests::file("users.sql", desired);
    auto was = target.fingerprint();
    CHECK(target.plumb("apply", {files, "--yes", "--allow", "all", "--phase", "expand"}).exit == 0);
    auto undone = target.plumb("rollback", {"--yes", "--allow", "all"});
    INFO(undone.out << undone.err);
    CHECK(undone.exit == 0);
    CHECK(target.fingerprint() == was);
}

TEST_CASE("a phase without steps is nothing to do", "[command][fill]") {
    tests::Target target("create table item (id int primary key, label text); insert into item values (1, null)");
    auto files = tests::file("item.sql", "create table item (id int primary key,\n    -- plumb: backfill 'item ' || id\n    label text not null);");
    auto expand = target.plumb("apply", {files, "--yes", "--allow", "all", "--phase", "expand"});
    CHECK(expand.exit == 0);
    CHECK(expand.out.find("Nothing to do in the expand phase. `plumb apply --phase migrate` goes on.") != std::string::npos);
    CHECK(target.plumb("history", {}).out.find("steps") == std::string::npos);
    for (auto phase : {"migrate", "contract"}) CHECK(target.plumb("apply", {files, "--yes", "--allow", "all", "--phase", phase}).exit == 0);
    CHECK(target.ask("select label from item") == "item 1");
    for (auto phase : {"contract", "migrate"}) CHECK(target.plumb("rollback", {"--yes", "--allow", "all", "--phase", phase}).exit == 0);
    CHECK(target.plumb("rollback", {"--yes", "--allow", "all", "--phase", "expand"}).out == "Nothing to roll back.\n");
    CHECK(target.ask("select count(*) from item where label is null") == "1");
}
