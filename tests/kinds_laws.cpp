// Laws that hold for every kind: a table of constants has no compiler to check it.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

#include "engine/model/catalog.hpp"
#include "engine/model/pattern.hpp"
#include "introspect/read.hpp"
#include "introspect/scratch.hpp"
#include "tests/catch.hpp"
#include "tests/server.hpp"

using namespace plumb;

namespace {

bool declares(const Kind& kind, const std::string& column) {
    return std::ranges::any_of(kind.columns, [&](const Column& one) { return one.name == column; });
}

bool is_compared(const Column& column) {
    return !std::holds_alternative<Ignored>(column.change) && !std::holds_alternative<Kept>(column.change);
}

std::vector<const char*> patterns(const Kind& kind) {
    std::vector<const char*> out;
    for (const char* pattern :
         {kind.create, kind.drop, kind.drop_only, kind.alter, kind.inside, kind.stub, kind.restub, kind.step_aside, kind.aside,
          kind.retype, kind.then, kind.privileges, kind.renames.to, kind.renames.to_schema, kind.members.rename})
        if (pattern) out.push_back(pattern);
    for (const auto& column : kind.columns)
        if (auto clause = std::get_if<Clause>(&column.change)) out.push_back(*clause);
    return out;
}

}  // namespace

TEST_CASE("patterns name declared columns only", "[laws]") {
    for (const Kind* kind : kinds())
        for (const char* pattern : patterns(*kind))
            for (const auto& column : columns_named(pattern)) {
                INFO(kind->name << ": " << pattern << " names " << column);
                CHECK(declares(*kind, column));
            }
}

TEST_CASE("every compared column can be created", "[laws]") {
    for (const Kind* kind : kinds())
        for (const auto& column : kind->columns) {
            if (!is_compared(column)) continue;
            bool set_after = !std::holds_alternative<Replace>(column.change);
            bool read_from_text = column.in_create || names(kind->create, *kind, column.name);
            // A definition holds the values that other columns only take apart.
            bool part_of_definition = declares(*kind, "definition") && names(kind->create, *kind, "definition");
            INFO(kind->name << ": " << column.name);
            CHECK((set_after || read_from_text || part_of_definition));
        }
}

TEST_CASE("every clause follows an alter or is a statement", "[laws]") {
    for (const Kind* kind : kinds())
        for (const auto& column : kind->columns) {
            auto clause = std::get_if<Clause>(&column.change);
            if (!clause || kind->alter) continue;
            INFO(kind->name << ": " << column.name << " by " << *clause);
            CHECK(std::regex_search(*clause, std::regex("^(ALTER|COMMENT|GRANT) ")));
        }
}

TEST_CASE("names of kinds and of their columns are unique", "[laws]") {
    std::set<std::string> kind_names;
    for (const Kind* kind : kinds()) {
        CHECK(kind_names.insert(kind->name).second);
        std::set<std::string> column_names;
        for (const auto& column : kind->columns) {
            INFO(kind->name);
            CHECK(column_names.insert(column.name).second);
        }
    }
}

namespace {

void check_queries(Connection& connection) {
    const std::set<std::string> reserved{"class",       "oid",       "sub",        "identity",     "schema",     "name",
                                         "of_class",    "of_oid",    "of_sub",     "origin_class", "origin_oid", "origin_sub",
                                         "needs_class", "needs_oid", "needs_sub",  "occupies",     "slot",       "holds_data",
                                         "rewrites",    "apart",     "also_locks", "arguments"};
    for (const Kind* kind : kinds()) {
        auto result = connection.query(for_version(kind->query, connection.server_version()));
        std::set<std::string> returned;
        for (int column = 0; column < result.columns(); ++column) returned.insert(result.name(column));
        for (const auto& column : kind->columns) {
            INFO(kind->name << " lacks " << column.name << " on " << connection.server_version());
            CHECK(returned.erase(column.name) == 1);
        }
        for (const auto& column : returned) {
            INFO(kind->name << " returns " << column << " on " << connection.server_version());
            CHECK(reserved.contains(column));
        }
    }
}

}  // namespace

/// The installed server, and those of the folder that `./check` has fetched.
TEST_CASE("queries return what their kinds declare, and nothing else", "[laws][server]") {
    std::vector<std::string> installations{""};
    if (const char* folder = std::getenv("PLUMB_SERVERS"))
        for (const auto& entry : std::filesystem::directory_iterator(folder))
            if (std::filesystem::exists(entry.path() / "bin/postgres")) installations.push_back(entry.path());
    for (const auto& installation : installations) {
        tests::Server server(installation);
        Connection connection(server.conninfo("postgres"));
        check_queries(connection);
    }
}

TEST_CASE("what no kind reads is reported by name", "[laws][server]") {
    introspect::Scratch scratch("", {}, false);
    auto database = scratch.create_database();
    auto connection = scratch.connect_as_superuser(database);
    connection.run("create function public.f() returns event_trigger language plpgsql as 'begin end';"
                   "create event trigger watch on ddl_command_end execute function public.f(); create table public.known (a int)");
    auto catalog = introspect::read(connection);
    REQUIRE(catalog.unread.size() == 1);
    CHECK(catalog.unread[0].description == "event trigger watch");
}

TEST_CASE("no stage but the model names a kind", "[laws]") {
    const std::filesystem::path root = PLUMB_ROOT;
    for (const char* folder : {"diff", "engine/run", "introspect"})
        for (const auto& entry : std::filesystem::directory_iterator(root / folder)) {
            std::ifstream in(entry.path());
            std::string text(std::istreambuf_iterator<char>(in), {});
            for (const Kind* kind : kinds()) {
                INFO(entry.path() << " names " << kind->name);
                CHECK(text.find("kind->name == \"" + std::string(kind->name)) == std::string::npos);
            }
            INFO(entry.path() << " names a kind");
            CHECK_FALSE(std::regex_search(text, std::regex("[^_]kind::(?!undo_default_privileges)[a-z]")));
        }
}

TEST_CASE("what docs/catalog-changes.md names is there", "[laws]") {
    const std::filesystem::path root = PLUMB_ROOT;
    std::ifstream in(root / "docs/catalog-changes.md");
    std::string text(std::istreambuf_iterator<char>(in), {});
    std::regex name("`([a-z_]+/[a-z0-9_.]+)`");
    auto begin = std::sregex_iterator(text.begin(), text.end(), name), end = std::sregex_iterator();
    CHECK(std::distance(begin, end) > 50);
    for (auto found = begin; found != end; ++found) {
        std::string path = (*found)[1];
        INFO(path);
        CHECK(std::filesystem::exists(root / (path.starts_with("tests/") ? "" : "schemas") / path));
    }
}
