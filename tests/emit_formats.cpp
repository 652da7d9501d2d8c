// Plans as text, SQL and JSON.
#include "emit/emit.hpp"
#include "tests/catch.hpp"

using namespace plumb;

namespace {

Plan example() {
    Plan plan;
    plan.intents = {"Customers can ship to another address"};
    plan.from = "aaa";
    plan.to = "bbb";
    plan.from_version = plan.to_version = 150020;
    plan.scope.exclude = {"audit"};
    plan.differences = {
        {'+', "table", "shop.address", "shop.address", "table", {}},
        {'+', "column", "shop.address.id", "shop.address", "table", {}},
        {'~', "column", "shop.orders.total", "shop.orders", "table", {"type: integer -> bigint"}},
        {'-', "index", "shop.orders_old", "shop.orders", "table", {}},
        {'!', "view", "shop.sums", "shop.sums", "view", {}},
    };
    plan.steps = {
        {.id = 1,
         .verb = Verb::create,
         .kind = "table",
         .identity = "shop.address",
         .parts = {"column shop.address.id"},
         .sql = "CREATE TABLE shop.address (\n    id bigint\n)",
         .inverse = "DROP TABLE shop.address",
         .place = {"desired.sql", 3, 1, "create table address"}},
        {.id = 2,
         .phase = Phase::migrate,
         .kind = "column",
         .identity = "shop.orders.total",
         .sql = "ALTER TABLE shop.orders ALTER COLUMN total TYPE bigint",
         .inverse = "ALTER TABLE shop.orders\n ALTER total TYPE integer",
         .grade = Grade::lossy,
         .locks = {{"shop.orders", Lock::access_exclusive}},
         .rewrites = true,
         .hazards = {Hazard::rewrites_table, Hazard::blocks_reads},
         .commits_after = true,
         .depends_on = {1},
         .estimate = Estimate{1.2e6, 340.0 * 1024 * 1024}},
        {.id = 3,
         .phase = Phase::contract,
         .verb = Verb::drop,
         .kind = "index",
         .identity = "shop.orders_old",
         .sql = "DROP INDEX CONCURRENTLY shop.orders_old",
         .locks = {{"shop.orders", Lock::share_update_exclusive}},
         .transactional = false},
    };
    plan.inverse = {plan.steps[0]};
    plan.proof = {Proven::both, "", {}};
    plan.warnings = {"server runs 15.20, scratch 15.19"};
    return plan;
}

}  // namespace

TEST_CASE("a plan survives JSON", "[emit]") {
    auto written = emit::json(example());
    CHECK(emit::json(emit::from_json(written)) == written);
    CHECK(emit::from_json(written).steps[1].hazards == example().steps[1].hazards);
}

TEST_CASE("what is no plan is refused as bad usage", "[emit]") {
    for (const char* text : {"", "[]", "{}", "{\"format\": \"plumb plan\"}", "{\"format\": \"plumb plan\", \"version\": 2}",
                             "{\"format\": \"plumb plan\", \"version\": 1}", "{\"format\": 3}"}) {
        INFO(text);
        try {
            emit::from_json(text);
            FAIL("accepted");
        } catch (const Error& error) {
            CHECK(error.exit == Exit::usage);
        }
    }
    auto written = emit::json(example());
    written.replace(written.find("ACCESS EXCLUSIVE"), 16, "ACCESS EXCLUSIVX");
    CHECK_THROWS_AS(emit::from_json(written), Error);
}

TEST_CASE("the counts take a whole as one", "[emit]") {
    CHECK(emit::summary(example().differences) == "1 to add, 1 to change, 1 to drop, 1 to rebuild.");
    CHECK(emit::summary({}) == "0 to add, 0 to change, 0 to drop.");
}

TEST_CASE("the inverse of a plan turns every sign", "[emit]") {
    auto back = inverted(example());
    CHECK(back.from == "bbb");
    CHECK(back.differences[0].sign == '-');
    CHECK(back.differences[2].changes[0] == "type: bigint -> integer");
    CHECK(emit::summary(back.differences) == "1 to add, 1 to change, 1 to drop, 1 to rebuild.");
}

TEST_CASE("text says what changes, what it blocks and what is withheld", "[emit]") {
    auto text = emit::text(example(), {});
    INFO(text);
    auto has = [&](const char* words) {
        INFO(words);
        CHECK(text.find(words) != std::string::npos);
    };
    has("Plan: 1 to add, 1 to change, 1 to drop, 1 to rebuild.\nProven: the plan and its inverse were rehearsed. Undo: lossy "
        "(step 2).");
    has("“Customers can ship to another address”");
    has("  + table  shop.address  1 column\n");
    has("type: integer -> bigint");
    has("shop.orders: blocks reads and writes while all of it is rewritten (1.2 million rows, 340 MB)");
    has("withheld: rewrites_table, blocks_reads");
    has("consent: --allow rewrites_table,blocks_reads");
    has("CREATE TABLE shop.address ( id bigint )");
    has("reads and writes go on");
    has("commit");
    CHECK(text.find('\033') == std::string::npos);
    CHECK(emit::text(example(), {.colour = true}).find('\033') != std::string::npos);
    auto allowed = emit::text(example(), {.allowed = {Hazard::rewrites_table, Hazard::blocks_reads}});
    CHECK(allowed.find("withheld") == std::string::npos);
}

TEST_CASE("names cannot smuggle escape codes or lines into the output", "[emit]") {
    Plan plan;
    plan.differences = {{'+', "role", "\"a\033[2Jb\nc\"", "\"a\033[2Jb\nc\"", "role", {}}};
    plan.steps = {{.id = 1,
                   .identity = "x",
                   .sql = "CREATE ROLE \"a\nDROP\"",
                   .inverse = "DROP ROLE \"a\nDROP TABLE t\"",
                   .locks = {{"\"t\n;DROP TABLE t;\"", Lock::share}}}};
    auto text = emit::text(plan, {});
    CHECK(text.find('\033') == std::string::npos);
    auto sql = emit::sql(plan);
    INFO(sql);
    CHECK(sql.find("\nDROP TABLE t") == std::string::npos);
    CHECK(sql.find("\n;DROP") == std::string::npos);
}

TEST_CASE("a long plan folds what is in nobody's way", "[emit]") {
    Plan plan;
    for (int i = 1; i <= 100; ++i) {
        auto name = "t" + std::to_string(i);
        plan.differences.push_back({'+', "table", name, name, "table", {}});
        plan.steps.push_back(
            {.id = i, .verb = Verb::create, .kind = "table", .identity = name, .sql = "CREATE TABLE " + name + "()"});
    }
    plan.steps[49].hazards = {Hazard::changes_access};
    auto text = emit::text(plan, {});
    INFO(text);
    CHECK(std::count(text.begin(), text.end(), '\n') < 20);
    CHECK(text.find("1-49") != std::string::npos);
    CHECK(text.find("create 49 tables") != std::string::npos);
    CHECK(text.find("CREATE TABLE t50()") != std::string::npos);
    CHECK(text.find("100 tables") != std::string::npos);
    CHECK(std::count_if(text.begin(), text.end(), [](char c) { return c == '\n'; }) < 20);
    CHECK(emit::text(plan, {.whole = true}).find("CREATE TABLE t99()") != std::string::npos);
}

TEST_CASE("SQL has its transactions where the batches end", "[emit]") {
    auto sql = emit::sql(example());
    INFO(sql);
    CHECK(sql.find("BEGIN;\n\n-- step 1: expand") != std::string::npos);
    CHECK(sql.find("COMMIT;\n\n-- step 3: contract") != std::string::npos);
    CHECK(sql.find("-- inverse: ALTER TABLE shop.orders\n--    ALTER total TYPE integer\n") != std::string::npos);
    CHECK(emit::sql(Plan{}).find("Nothing to do") != std::string::npos);
}

TEST_CASE("no drift is said in one line", "[emit]") {
    CHECK(emit::text(std::vector<Difference>{}, {}) == "No drift: the database is what the files say.\n");
    CHECK(emit::text(example().differences, {}).find("Drift: 5 differences") != std::string::npos);
    CHECK(emit::json(std::vector<Difference>{}).find("\"drifted\": false") != std::string::npos);
}
