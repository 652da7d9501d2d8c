// Plans and drift as comments on a pull request.
#include <algorithm>

#include "emit/emit.hpp"
#include "tests/catch.hpp"

using namespace plumb;
using tests::has;

namespace {

std::size_t number_of(const std::string& text, const std::string& words) {
    std::size_t out = 0;
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + words.size())) ++out;
    return out;
}

Plan plan_of(const std::string& sql, int steps = 1) {
    Plan plan;
    plan.proof = {Proven::both, "", {}};
    for (int i = 1; i <= steps; ++i) {
        auto name = "shop.t" + std::to_string(i);
        plan.differences.push_back({'+', "table", name, name, "table", {}});
        plan.steps.push_back({.id = i, .verb = Verb::create, .kind = "table", .identity = name, .sql = sql});
        plan.inverse.push_back({.id = i, .verb = Verb::drop, .kind = "table", .identity = name, .sql = "DROP TABLE " + name});
    }
    return plan;
}

}  // namespace

TEST_CASE("a plan is a comment with verdict, hazards, SQL and the way back", "[markdown]") {
    auto plan = plan_of("CREATE TABLE shop.t1 (\n    id bigint\n)");
    plan.intents = {"Customers can pay"};
    plan.warnings = {"view a.b is not managed"};
    plan.steps[0].hazards = {Hazard::scans_table, Hazard::loses_data};
    plan.differences.push_back({'~', "column", "shop.o.total", "shop.o", "table", {"type: integer -> bigint"}});
    auto text = emit::markdown(plan, {.allowed = {Hazard::scans_table}, .label = "production"});
    INFO(text);
    CHECK(
        text.starts_with("<!-- plumb diff production -->\n### production: Plan: 1 to add, 1 to change, 0 to drop.\n\nProven: "));
    CHECK(has(text, "\n- Customers can pay\n"));
    CHECK(has(text, "\n- ⚠️ view a\\.b is not managed\n"));
    CHECK(has(text, "| `scans_table` | step 1 | All of it"));
    CHECK(has(text, "consent: `--allow loses_data`\n"));
    CHECK(has(text, "```diff\n+ table  shop.t1\n  table  shop.o\n!     column  total  type: integer -> bigint\n```\n"));
    CHECK(has(text, "<details><summary>SQL (1 step)</summary>\n\n```sql\n"));
    CHECK(has(text, "CREATE TABLE shop.t1 (\n    id bigint\n);\n"));
    CHECK(has(text, "<details><summary>The way back (1 step)</summary>\n\n```sql\n"));
    CHECK(number_of(text, "</details>") == 2);
    CHECK(emit::markdown(Plan{}, {}).starts_with("<!-- plumb diff -->\n### No changes\n"));
    plan.proof = {Proven::no, "step 3 failed", {{'-', "table", "a.b", "a.b", "table", {}}}};
    CHECK(has(emit::markdown(plan, {}), "**NOT PROVEN: step 3 failed"));
    CHECK(has(emit::markdown(plan, {}), "What the rehearsal ended with"));
}

TEST_CASE("drift is a comment, too", "[markdown]") {
    auto text = emit::markdown(plan_of("", 3).differences, {});
    CHECK(text.starts_with("<!-- plumb drift -->\n### Drift: 3 differences\n\n"));
    CHECK(has(text, "| 3 | 0 | 0 |"));
    CHECK(has(text, "```diff\n+ table  shop.t1\n"));
    CHECK(emit::markdown(std::vector<Difference>{}, {.label = "a --> b"})
              .starts_with("<!-- plumb drift a ___ b -->\n### a \\-\\-\\> b: No drift\n"));
}

TEST_CASE("a comment fits into GitHub's limit and says what it leaves out", "[markdown]") {
    std::string row = "    a_column_with_a_long_name text DEFAULT 'ä'::text,\n";
    std::string columns;
    for (int i = 0; i < 100; ++i) columns += row;
    for (int steps : {5, 10, 13, 14, 100, 1000}) {
        auto plan = plan_of("CREATE TABLE x (\n" + columns + ")", steps);
        for (int i = 0; i < 1000; ++i)
            plan.intents.push_back(std::string(5000, '*')), plan.warnings.push_back(std::string(2000, '<'));
        auto text = emit::markdown(plan, {});
        INFO(steps << " steps: " << text.size());
        CHECK(text.size() <= 65536);
        CHECK(number_of(text, "\n```") == 6);
        CHECK(number_of(text, "<details>") == number_of(text, "</details>"));
        CHECK(has(text, "DROP TABLE shop.t1;"));
        bool whole = number_of(text, row) == static_cast<std::size_t>(steps) * 100;
        CHECK(has(text, " more lines: --format sql=plan.sql has them all\n") == !whole);
        if (steps == 100) CHECK(text.size() > 64000);
    }
    auto one_line = emit::markdown(plan_of(std::string(100000, 'x')), {});
    CHECK(one_line.size() <= 65536);
    CHECK(has(one_line, "DROP TABLE shop.t1;"));
}

TEST_CASE("names and statements stay inside of what shows them", "[markdown]") {
    auto plan = plan_of("SELECT '\n```\n</details> ````\n'");
    plan.differences[0].identity = plan.differences[0].whole = "\"```\n</details>\"";
    plan.intents = {"<!-- plumb diff -->\n# | **Proven**"};
    auto text = emit::markdown(plan, {});
    INFO(text);
    CHECK(number_of(text, "\n<!--") == 0);
    CHECK(has(text, "- \\<\\!\\-\\- plumb diff \\-\\-\\> \\# \\| \\*\\*Proven\\*\\*\n"));
    CHECK(has(text, "\n`````sql\n"));
    CHECK(has(text, "\n````diff\n"));
}
