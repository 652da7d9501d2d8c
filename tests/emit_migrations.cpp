// Plans as files of migration tools: how they are cut, named, numbered and protected.
#include "emit/migrations.hpp"
#include "tests/catch.hpp"

using namespace plumb;
using tests::has;

namespace {

using Files = std::map<std::string, std::string>;

std::vector<std::string> names(const Files& files) {
    std::vector<std::string> out;
    for (const auto& [name, text] : files) out.push_back(name);
    return out;
}

constexpr const char* table = "public.users";
const std::string column = "public.users.last_login";

Step step(int id, Phase phase, Verb verb, const std::string& kind, const std::string& sql, Lock lock = Lock::access_exclusive) {
    return {.id = id, .phase = phase, .verb = verb, .kind = kind, .identity = column, .sql = sql, .locks = {{table, lock}}};
}

/// A column that is new, filled from another, and not null in the end.
Plan story() {
    const std::string alter = "ALTER TABLE public.users ";
    const std::string fill = "UPDATE public.users SET last_login = created_at WHERE last_login IS NULL";
    Plan plan;
    plan.intents = {"Know when each user was last seen"};
    plan.from = "aaa", plan.to = "bbb";
    plan.differences = {{'+', "column", column, table, "table", {}}, {'+', "default", column, table, "table", {}}};
    plan.steps = {
        step(1, Phase::expand, Verb::create, "column", alter + "ADD COLUMN last_login timestamp with time zone"),
        step(2, Phase::migrate, Verb::alter, "column", fill, Lock::row_exclusive),
        step(3, Phase::contract, Verb::create, "default", alter + "ALTER COLUMN last_login SET DEFAULT now()"),
        step(4, Phase::contract, Verb::alter, "column", alter + "ADD CONSTRAINT c CHECK (last_login IS NOT NULL) NOT VALID"),
        step(5, Phase::contract, Verb::alter, "column", fill, Lock::row_exclusive),
        step(6, Phase::contract, Verb::alter, "column", alter + "VALIDATE CONSTRAINT c", Lock::share_update_exclusive),
        step(7, Phase::contract, Verb::alter, "column", alter + "ALTER COLUMN last_login SET NOT NULL"),
        step(8, Phase::contract, Verb::alter, "column", alter + "DROP CONSTRAINT c"),
    };
    for (int i : {1, 4}) plan.steps[i].ranges = Ranges{.relation = table};
    for (int i : {3, 5}) plan.steps[i].commits_after = true;
    plan.steps[1].hazards = {Hazard::fires_triggers};
    plan.inverse = {
        step(1, Phase::contract, Verb::alter, "column", alter + "ALTER COLUMN last_login DROP NOT NULL"),
        step(2, Phase::contract, Verb::drop, "default", alter + "ALTER COLUMN last_login DROP DEFAULT"),
        step(3, Phase::expand, Verb::drop, "column", alter + "DROP COLUMN last_login"),
    };
    plan.proof.proven = Proven::both;
    return plan;
}

std::size_t count(const std::string& text, const std::string& words) {
    std::size_t out = 0;
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++out;
    return out;
}

}  // namespace

TEST_CASE("what expands and what contracts are two migrations, each with what undoes it", "[emit]") {
    auto plan = story();
    auto files = emit::tool("flyway")->files(plan, {});
    CHECK(names(files) == std::vector<std::string>{"U1__add_last_login_to_users.sql", "U2__set_last_login_not_null_on_users.sql",
                                                   "V1__add_last_login_to_users.sql", "V1__add_last_login_to_users.sql.conf",
                                                   "V2__set_last_login_not_null_on_users.sql",
                                                   "V2__set_last_login_not_null_on_users.sql.conf"});
    auto first = files["V1__add_last_login_to_users.sql"], second = files["V2__set_last_login_not_null_on_users.sql"];
    INFO(first + second);
    CHECK(has(first, "-- Intent: Know when each user was last seen\n"));
    CHECK(has(first, "-- Order: "));
    CHECK(has(first, "-- Hazard: fires_triggers, step 2."));
    CHECK(has(first, "-- Then: deploy the application"));
    CHECK(has(first, emit::mark(plan)));
    // The lock of ADD COLUMN ends before rows are written, and so do all others before all is read.
    CHECK(count(first, "COMMIT;") == 2);
    CHECK(count(second, "COMMIT;") == 4);
    CHECK(files["V2__set_last_login_not_null_on_users.sql.conf"] == "executeInTransaction=false\n");
    auto back = files["U2__set_last_login_not_null_on_users.sql"];
    CHECK(has(back, "DROP NOT NULL"));
    CHECK(has(back, "DROP DEFAULT"));
    CHECK(!has(back, "DROP COLUMN"));
    CHECK(!has(back, "COMMIT"));
    CHECK(has(files["U1__add_last_login_to_users.sql"], "DROP COLUMN"));
}

TEST_CASE("a plan that keeps no phases apart is one migration", "[emit]") {
    auto plan = story();
    std::swap(plan.steps[0].phase, plan.steps[7].phase);
    CHECK(names(emit::tool("goose")->files(plan, {})).size() == 1);
    plan = story();
    for (auto& step : plan.steps) step.ranges.reset();
    CHECK(names(emit::tool("goose")->files(plan, {})).size() == 1);
}

TEST_CASE("a statement outside of transactions has a file of its own", "[emit]") {
    auto plan = story();
    plan.steps.resize(2);
    plan.inverse.erase(plan.inverse.begin(), plan.inverse.begin() + 2);
    plan.steps[1] = step(2, Phase::expand, Verb::create, "index", "CREATE INDEX CONCURRENTLY i ON public.users (last_login)");
    plan.steps[1].transactional = false;
    auto files = emit::tool("dbmate")->files(plan, {.now = 0});
    REQUIRE(names(files) == std::vector<std::string>{"19700101000000_add_last_login_to_users.sql",
                                                     "19700101000001_add_last_login_to_users_2.sql"});
    auto alone = files["19700101000001_add_last_login_to_users_2.sql"];
    INFO(alone);
    CHECK(has(alone, "-- migrate:up transaction:false"));
    CHECK(!has(alone.substr(0, alone.find("-- migrate:down")), "SET LOCAL"));
    CHECK(has(alone, "DROP COLUMN"));
    CHECK(has(files["19700101000000_add_last_login_to_users.sql"], "nothing to do"));
}

TEST_CASE("names say what happens", "[emit]") {
    struct Row {
        std::vector<Difference> differences;
        const char* name;
    };
    Difference column{'+', "column", "s.t.a", "s.t", "table", {}}, gone{'-', "column", "s.t.b", "s.t", "table", {}},
        made{'+', "table", "s.\"New One\"", "s.\"New One\"", "table", {}},
        called{'~', "function", "s.f(integer)", "s.f(integer)", "function", {}},
        policy{'-', "policy", "p ON s.t", "s.t", "table", {}}, changed{'~', "column", "s.t.a", "s.t", "table", {}};
    const std::vector<Row> rows{
        {{made}, "create_new_one"},
        {{column}, "add_a_to_t"},
        {{gone}, "drop_b_from_t"},
        {{changed}, "change_a_on_t"},
        {{policy}, "drop_p_from_t"},
        {{column, gone}, "change_a_and_b_on_t"},
        {{called, column}, "change_f_and_add_a_to_t"},
        {{made, called, column, policy, {'+', "view", "s.a_long_name_for_a_view", "s.a_long_name_for_a_view", "view", {}}},
         "create_new_one_and_more"},
    };
    for (const auto& row : rows) {
        Plan plan;
        plan.differences = row.differences;
        for (const auto& d : row.differences) plan.steps.push_back({.kind = d.kind, .identity = d.identity});
        CHECK(emit::name(plan, plan.steps) == row.name);
    }
    CHECK(emit::slug("Customers can't pay: ÄÖ/../x\n") == "customers_can_t_pay_ÄÖ_x");
    CHECK(emit::slug(std::string(100, 'a')).size() <= 60);
    CHECK(emit::slug("!?") == "");
}

TEST_CASE("versions follow those that are known, in their manner", "[emit]") {
    struct Row {
        std::vector<std::string> known;
        const char* first;
        std::vector<std::string> next;
    };
    const std::vector<Row> rows{
        {{}, "1", {"1", "2"}},
        {{}, "", {"20260131120000", "20260131120001"}},
        {{"1", "2"}, "1", {"3"}},
        {{"9", "10"}, "1", {"11"}},
        {{"009"}, "1", {"010"}},
        {{"1.9", "1.10"}, "1", {"1.11"}},
        {{"2_1", "1_5"}, "1", {"2_2"}},
        {{"1", "1.0"}, "1", {"2"}},
        {{"99"}, "1", {"100"}},
        {{"00001"}, "", {"00002"}},
        {{"20250101000000"}, "", {"20260131120000"}},
        {{"20270101000000"}, "", {"20270101000001", "20270101000002"}},
    };
    for (const auto& row : rows) {
        emit::Versions versions(row.known, row.first, 1769860800);
        for (const auto& next : row.next) CHECK(versions.next() == next);
    }
}

TEST_CASE("numbers continue after the folder and after what has run", "[emit]") {
    auto plan = story();
    auto first = [&](const char* tool, const emit::Present& present) {
        for (const auto& [name, text] : emit::tool(tool)->files(plan, present))
            if (has(name, "add_last_login") && name[0] != 'U') return name;
        return std::string();
    };
    CHECK(first("flyway", {.files = {"a/V3__x.sql", "U9.1__y.sql", "R__z.sql", "README"}, .versions = {"4"}}) ==
          "V9.2__add_last_login_to_users.sql");
    CHECK(first("flyway", {.versions = {"4"}}) == "V5__add_last_login_to_users.sql");
    CHECK(first("liquibase", {.files = {"0007_x.sql"}, .versions = {"db/0012_y.sql", "classpath:x.xml"}}) ==
          "0013_add_last_login_to_users.sql");
    CHECK(first("golang-migrate", {.files = {"000007_x.up.sql"}, .versions = {"8"}}) == "9_add_last_login_to_users.down.sql");
    CHECK(first("goose", {.versions = {"0", "20240101000000"}, .now = 1769860800}) ==
          "20260131120000_add_last_login_to_users.sql");
}

TEST_CASE("a change of Sqitch has a name of its own, and its plan goes on", "[emit]") {
    emit::Present present{.files = {"deploy/x.sql", "sqitch.conf"},
                          .versions = {"add_last_login_to_users"},
                          .plan = "%project=shop\n\nset_last_login_not_null_on_users 2020-01-01T00:00:00Z a <b> # c",
                          .now = 0};
    auto files = emit::tool("sqitch")->files(story(), present);
    CHECK(files.contains("deploy/add_last_login_to_users_2.sql"));
    CHECK(files.contains("revert/set_last_login_not_null_on_users_2.sql"));
    CHECK(!files.contains("sqitch.conf"));
    CHECK(files["sqitch.plan"] == present.plan + "\n" +
                                      "add_last_login_to_users_2 1970-01-01T00:00:00Z Plumb <plumb@localhost> # Know when each "
                                      "user was last seen\n"
                                      "set_last_login_not_null_on_users_2 1970-01-01T00:00:00Z Plumb <plumb@localhost> # Know "
                                      "when each user was last seen\n");
    CHECK(emit::tool("sqitch")->files(story(), {.folder = "My Shop"})["sqitch.plan"].starts_with(
        "%syntax-version=1.0.0\n%project=my_shop\n\n"));
}

TEST_CASE("what a tool takes for its own is kept from it", "[emit]") {
    const emit::Syntax own{.comments = {"migrate:"}, .texts = {"${"}};
    auto kept = [&](const std::string& sql) { return emit::protected_from(own, sql); };
    CHECK(kept("select 1 -- migrate:up") == "select 1 -- migrate:up");
    CHECK(kept("a\n-- migrate:up\nb") ==
          "DO $do$ BEGIN EXECUTE replace($sql$a\n-<mark>- migrate:up\nb$sql$, '<mark>', ''); END $do$");
    CHECK(kept("'${x}' $sql$ <mark>") ==
          "DO $do$ BEGIN EXECUTE replace($sql_$'$<mark_>{x}' $sql$ <mark>$sql_$, '<mark_>', ''); END $do$");
    CHECK(kept("a\r\nb") == "DO $do$ BEGIN EXECUTE replace($sql$a<return>\nb$sql$, '<return>', E'\\r'); END $do$");
    CHECK(kept("") == "");
}
