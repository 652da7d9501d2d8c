// Secrets of user mappings and subscriptions: never shown, kept or written down, and yet changed where they differ.
#include <filesystem>

#include "tests/catch.hpp"
#include "tests/command.hpp"

using namespace plumb;
using namespace plumb::tests;

namespace {

std::string schema(const std::string& secret) {
    return file("secrets.sql",
                "CREATE FOREIGN DATA WRAPPER w;\nCREATE SERVER s FOREIGN DATA WRAPPER w;\n"
                "CREATE USER MAPPING FOR PUBLIC SERVER s OPTIONS (\"user\" 'app', password '" +
                    secret +
                    "');\n"
                    "CREATE SUBSCRIPTION p CONNECTION 'host=nowhere.invalid password=" +
                    secret + " user=app' PUBLICATION q;\n");
}

const std::string stored =
    "select umoptions::text || subconninfo from pg_user_mapping, pg_subscription"
    " where subdbid = (select oid from pg_database where datname = current_database())";

}  // namespace

TEST_CASE("a secret is changed and told nowhere", "[command][secrets]") {
    Target target;
    const std::string cache = server().folder() + "/cache_of_secrets";
    auto plumb = [&](const std::string& command, std::vector<std::string> options, std::vector<std::string> environment = {}) {
        std::vector<std::string> before{"env", "XDG_CACHE_HOME=" + cache};
        before.insert(before.end(), environment.begin(), environment.end());
        return target.plumb(command, options, before);
    };
    auto tells = [](const Output& output, const std::string& secret) {
        return (output.out + output.err).find(secret) != std::string::npos;
    };
    for (const char* format : {"text", "sql", "json", "markdown"}) {
        auto told = plumb("diff", {schema("hunter22"), "--format", format});
        INFO(told.out << told.err);
        CHECK(told.exit == 2);
        CHECK_FALSE(tells(told, "hunter22"));
    }
    auto applied = plumb("apply", {schema("hunter22"), "--allow", "all"});
    INFO(applied.out << applied.err);
    REQUIRE(applied.exit == 0);
    CHECK_FALSE(tells(applied, "hunter22"));
    CHECK(target.ask(stored) == "{password=hunter22,user=app}host=nowhere.invalid password=hunter22 user=app");
    CHECK(plumb("diff", {schema("hunter22")}).exit == 0);

    auto changed = plumb("apply", {schema("swordfish"), "--allow", "all"});
    INFO(changed.out << changed.err);
    REQUIRE(changed.exit == 0);
    CHECK(target.ask(stored) == "{password=swordfish,user=app}host=nowhere.invalid password=swordfish user=app");
    CHECK(target.ask("select count(*)::text from plumb.step where sql ~ 'hunter|swordfish'") == "0");
    CHECK(target.ask("select count(*)::text from plumb.deployment d where d::text ~ 'hunter|swordfish'") == "0");
    CHECK_FALSE(tells(plumb("snapshot", {target.conninfo()}), "swordfish"));
    auto kept = tests::run({"grep", "-rlE", "hunter22|swordfish", cache}, {});
    INFO(kept.out);
    CHECK(kept.exit == 1);

    // The old one is known to nobody but who gives it.
    auto refused = plumb("rollback", {"--allow", "all"});
    CHECK(refused.exit == 1);
    CHECK(refused.err.find("environment variable plumb_secret_") != std::string::npos);
    std::vector<std::string> given;
    for (const auto& sql : {target.ask("select string_agg(sql, ' ' order by id) from plumb.step where deployment = 1")})
        for (auto at = sql.find("plumb_secret_"); at != sql.npos; at = sql.find("plumb_secret_", at + 1))
            given.push_back(sql.substr(at, 30) + "=hunter22");
    CHECK(given.size() == 2);
    auto undone = plumb("rollback", {"--allow", "all"}, given);
    INFO(undone.out << undone.err);
    CHECK(undone.exit == 0);
    CHECK(target.ask(stored) == "{password=hunter22,user=app}host=nowhere.invalid password=hunter22 user=app");
    std::filesystem::remove_all(cache);
}

TEST_CASE("what a role may not see is said, and not taken for a difference", "[command][secrets]") {
    Target target;
    REQUIRE(target.plumb("apply", {schema("hunter22"), "--allow", "all"}).exit == 0);
    Connection(target.conninfo()).run("do $$ begin if to_regrole('blind') is null then create role blind login; end if; end $$");
    auto told =
        tests::run({PLUMB_BINARY, "diff", schema("swordfish"), "--db", target.conninfo("blind")}, {.folder = server().folder()});
    INFO(told.out << told.err);
    CHECK(told.exit == 0);
    CHECK((told.out + told.err).find("does not see the options of user mapping PUBLIC SERVER s") != std::string::npos);
    CHECK((told.out + told.err).find("does not see the connection of subscription p") != std::string::npos);
}
