// The command line, plumb.toml, and passwords in messages.
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <initializer_list>

#include "engine/model/connection.hpp"
#include "engine/model/secret.hpp"
#include "engine/run/config.hpp"
#include "engine/run/options.hpp"
#include "tests/catch.hpp"

using namespace plumb;
using namespace plumb::run;

namespace {

Parsed parsed(std::initializer_list<const char*> words) {
    std::vector<const char*> argv{"plumb"};
    argv.insert(argv.end(), words);
    return parse(static_cast<int>(argv.size()), argv.data());
}

/// The words of an error that must come.
template <class F>
std::string fault(F&& f) {
    try {
        f();
    } catch (const Error& error) {
        CHECK(error.exit == Exit::usage);
        return describe(error);
    }
    return "no error";
}

Config configured(const std::string& toml) {
    auto path = std::filesystem::temp_directory_path() / ("plumb_config_" + std::to_string(::getpid()) + ".toml");
    std::ofstream(path) << toml;
    struct Gone {
        std::filesystem::path path;
        ~Gone() { std::filesystem::remove(path); }
    } gone{path};
    return read_config(path.string());
}

}  // namespace

TEST_CASE("the command line is understood", "[config]") {
    auto options = parsed({"diff",
                           "a.sql",
                           "b.sql",
                           "--db",
                           "dbname=x",
                           "--format",
                           "text",
                           "--format",
                           "json=p.json",
                           "--allow",
                           "loses_data,scans_table",
                           "--lock-timeout",
                           "2min",
                           "--schema",
                           "a",
                           "--schema",
                           "b",
                           "c.sql",
                           "--proof",
                           "none"})
                       .options;
    CHECK(options.desired == std::vector<std::string>{"a.sql", "b.sql", "c.sql"});
    CHECK(options.formats[1].path == "p.json");
    CHECK(options.allow.size() == 2);
    CHECK(options.lock_timeout == Duration(120000));
    CHECK(options.scope.include == std::vector<std::string>{"a", "b"});
    CHECK(options.proof == Rehearsal::none);
    CHECK(parsed({"apply", "--plan", "p.json", "--allow", "all"}).options.allow.size() == hazards().size());
    CHECK(parsed({"rollback", "7", "--yes"}).options.deployment == "7");
    CHECK(parsed({"rollback"}).options.deployment.empty());
    CHECK(parsed({"drift", "d"}).options.command == Command::drift);
}

TEST_CASE("help teaches on one screen", "[config]") {
    for (auto words : {std::vector<const char*>{"plumb"},
                       {"plumb", "--help"},
                       {"plumb", "diff", "--help"},
                       {"plumb", "apply", "x", "--help"},
                       {"plumb", "rollback", "-h"},
                       {"plumb", "drift", "--help"}}) {
        auto answer = parse(static_cast<int>(words.size()), words.data()).answer;
        REQUIRE(answer);
        CHECK(std::count(answer->begin(), answer->end(), '\n') <= 42);
        CHECK(answer->find("plumb") != std::string::npos);
    }
    CHECK(parsed({"diff", "--help"}).answer->find("--from SOURCE") != std::string::npos);
    CHECK(parsed({"--version"}).answer->starts_with("plumb "));
}

TEST_CASE("what is wrong on the command line is said, with exit 4", "[config]") {
    CHECK(fault([] { parsed({"nonsense"}); }) != "no error");
    CHECK(fault([] { parsed({"diff"}); }).find("which files") != std::string::npos);
    CHECK(fault([] { parsed({"diff", "a.sql", "--nonsense"}); }).find("--nonsense") != std::string::npos);
    CHECK(fault([] { parsed({"diff", "a.sql", "--format", "xml"}); }).find("no such format") != std::string::npos);
    CHECK(fault([] { parsed({"drift", "a.sql", "--format", "sarif"}); }).find("not supported yet") != std::string::npos);
    CHECK(fault([] { parsed({"drift", "a.sql", "--format", "sql"}); }).find("no such format") != std::string::npos);
    CHECK(fault([] { parsed({"diff", "a.sql", "--format", "sql", "--format", "json"}); }).find("stdout") != std::string::npos);
    CHECK(fault([] { parsed({"diff", "a.sql", "--allow", "loose_data"}); }).find("loses_data") != std::string::npos);
    CHECK(fault([] {
              parsed({"diff", "a.sql", "--lock-timeout", "5"});
          }).find("--lock-timeout: not a duration") != std::string::npos);
    CHECK(fault([] { parsed({"diff", "a.sql", "--lock-timeout", "99999h"}); }) != "no error");
    CHECK(fault([] { parsed({"diff", "a.sql", "--proof", "some"}); }) != "no error");
    CHECK(fault([] { parsed({"diff", "a.sql", "--db", "x", "--env", "y"}); }).find("exclude") != std::string::npos);
    CHECK(fault([] { parsed({"export", "--db", "x"}); }).find("--output is required") != std::string::npos);
    CHECK(fault([] { parsed({"snapshot", "x.sql", "-o", "x", "--schema", "a"}); }) != "no error");
    CHECK(fault([] {
              parsed({"snapshot", "x.sql", "--db", "x=y", "-o", "x"});
          }).find("takes the place of --db") != std::string::npos);
    CHECK(fault([] { parsed({"apply", "a.sql", "--phase", "expnd"}); }).find("no such phase") != std::string::npos);
}

TEST_CASE("plumb.toml is understood", "[config]") {
    auto config = configured(
        "allow = [\"scans_table\"]\nlock_timeout = \"3s\"\n[scope]\nexclude = [\"audit\"]\n[manage]\ngrants = \"all\"\n"
        "[env.production]\nurl = \"dbname=shop\"\nallow = []\n[env.production.scope]\ninclude = [\"shop\"]\n");
    CHECK(config.common.allow == std::vector<Hazard>{Hazard::scans_table});
    CHECK(config.common.lock_timeout == Duration(3000));
    CHECK(config.common.scope->exclude == std::vector<std::string>{"audit"});
    CHECK(config.common.grants == Manage::all);
    const auto& production = config.environments.at("production");
    CHECK(production.url == "dbname=shop");
    CHECK(production.allow->empty());
    CHECK(production.scope->include == std::vector<std::string>{"shop"});
}

TEST_CASE("what is wrong in plumb.toml is said at its line", "[config]") {
    struct Case {
        const char *toml, *place, *words;
    };
    for (auto c : {Case{"allow = [\n  \"scans_table\",\n  \"lose_data\"]",
                        ":3:3: ", "no such hazard: \"lose_data\"\n    \"lose_data\"]\n    ^\nhint: did you mean loses_data?"},
                   Case{"allow = \"all\"", ":1:9: ", "allow must be an array of strings"},
                   Case{"allow = [1]", ":1:10: ", "what is in allow must be a string"},
                   Case{"lock_timout = \"5s\"",
                        ":1:1: ", "unknown key lock_timout\n  lock_timout = \"5s\"\n  ^\nhint: did you mean lock_timeout?"},
                   Case{"format = \"json\"", ":1:1: ", "hint: known here: allow, batch, env, ignore, "},
                   Case{"\n[scope]\ninclude = \"a\"", ":3:11: ", "scope.include must be an array"},
                   Case{"[scope]\nexclud = []", ":2:1: ", "did you mean exclude?"},
                   Case{"[scope]\nexclude = [\"\"]", ":2:12: ", "an empty pattern"},
                   Case{"scope = []", ":1:9: ", "scope must be a table"},
                   Case{"ignore = [\"a\", 2.5]", ":1:16: ", "must be a string"},
                   Case{"[env]\nx = 1", ":2:5: ", "env.x must be a table"},
                   Case{"[env.x]\nlock_timout = \"1s\"", ":2:1: ", "unknown key env.x.lock_timout"},
                   Case{"[env.x]\nenv = {}", ":2:1: ", "unknown key env.x.env"},
                   Case{"[env.x]\nurl = \"shop\"", ":2:7: ", "env.x.url is no connection string"},
                   Case{"url = \"dbname=x\"", ":1:1: ", "unknown key url"},
                   Case{"[manage]\ngrants = \"some\"", ":2:10: ", "known here: all, declared, none"},
                   Case{"[manage]\nowners = true", ":2:10: ", "manage.owners must be a string"},
                   Case{"proof = \"ful\"", ":1:9: ", "proof cannot be \"ful\""},
                   Case{"scratch = \"embedded\"", ":1:11: ", "scratch is no connection string"},
                   Case{"lock_timeout = 5", ":1:16: ", "hint: for example lock_timeout = \"5s\""},
                   Case{"lock_budget = \"5 sec\"", ":1:15: ", "not a duration: \"5 sec\""},
                   Case{"statement_timeout = \"-5s\"", ":1:21: ", "not a duration"},
                   Case{"scratch_timeout = \"1d\"", ":1:19: ", "not a duration"},
                   Case{"allow = []\nallow = [\"all\"]", ":2:", "cannot redefine existing array 'allow'"},
                   Case{"# über\r\na = = b\r\n", ":2:5: error: while parsing value", "\n  a = = b\n      ^\n"},
                   Case{"a = \"x", ":1:", "error: while parsing"},
                   Case{"a = \"\xff\"", ":1:", "error: "}}) {
        INFO(c.toml);
        auto words = fault([&] { configured(c.toml); });
        INFO(words);
        CHECK(words.find(std::string(".toml") + c.place) != std::string::npos);
        CHECK(words.find(c.words) != std::string::npos);
    }
    CHECK(fault([] { read_config("/nonexistent/plumb.toml"); }).find("cannot read") != std::string::npos);
    CHECK(fault([] { configured("[env.x]\nurl = \"postgres://u:geheim@h/d\" nonsense\n"); }).find("geheim") == std::string::npos);
}

TEST_CASE("no message of libpq's repeats a password", "[config]") {
    for (const char* conninfo :
         {"postgres://me:geheim@localhost:1/db", "postgres://me:geheim%ZZ@localhost:1/db", "postgres://me:ge@heim@localhost:1/db",
          "postgres://me:ge/heim@localhost:1/db", "postgres://me:ge:heim@localhost:1/db",
          "postgres://me@localhost:1/db?password=geheim", "postgres://me@localhost:1/db?password=geheim&nonsense=geheim",
          "postgres://me@[::1/db?password=geheim", "postgres://me@[::1]x/db?password=geheim",
          "host=localhost port=1 password=geheim", "host=localhost port=1 password=ge heim",
          "host=localhost port=1 password='geheim", "password=geheim nonsense=heim", "host=localhost port=geheim password=geheim",
          "postgres://me:geheim@localhost:port/db", "postgres://me:geheim@no.such.host.invalid/db",
          "postgres://me:%67eheim@no.such.host.invalid/db"}) {
        INFO(conninfo);
        std::string words;
        try {
            Connection connection(conninfo);
            FAIL("connected");
        } catch (const Error& error) {
            words = describe(error);
        }
        INFO(words);
        CHECK(words.find("heim") == std::string::npos);
        CHECK(words.size() > 20);
    }
    CHECK(scrubbed("role \"me\" at \"me\"", "postgres://me:pw@h/d") == "role \"me\" at \"me\"");
}
