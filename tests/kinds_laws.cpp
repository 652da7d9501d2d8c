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
         {kind.create, kind.drop, kind.drop_only, kind.alter, kind.inside, kind.stub, kind.restub, kind.hollow, kind.step_aside, kind.aside,
          kind.retype, kind.then, kind.privileges, kind.renames.to, kind.renames.to_schema, kind.members.rename})
        if (pattern) out.push_back(pattern);
    for (const auto& patterns : {kind.before_drop, kind.after_drop}) out.insert(out.end(), patterns.begin(), patterns.end());
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

/// Every word that the kinds say to a server of that version.
std::set<std::string> words_of_queries(int version) {
    std::set<std::string> out;
    static const std::regex word("[a-z_0-9]+");
    for (const Kind* kind : kinds())
        for (const char* query : {kind->query, kind->dependencies, kind->owned}) {
            std::string text = query ? for_version(query, version) : "";
            for (std::sregex_iterator at(text.begin(), text.end(), word), end; at != end; ++at) out.insert(at->str());
        }
    return out;
}

/// Columns of catalogs that no query needs to name, from lines of a catalog, its columns or *, a tab and the reason.
std::set<std::string> columns_with_a_reason() {
    std::set<std::string> out;
    std::ifstream lines(PLUMB_ROOT "/tests/catalog_columns.tsv");
    for (std::string line; std::getline(lines, line);) {
        std::stringstream columns(line.substr(0, line.find('\t')));
        std::string catalog;
        columns >> catalog;
        for (std::string column; columns >> column;) out.insert(catalog + "." + column);
    }
    return out;
}

/// Takes those that this server has out of `unused`.
void check_coverage(Connection& connection, std::set<std::string>& unused) {
    const auto listed = columns_with_a_reason();
    const auto read = words_of_queries(connection.server_version());
    auto columns = connection.query(
        "select relname, attname from pg_class c join pg_attribute on attrelid = c.oid where relnamespace = 'pg_catalog'::regnamespace"
        " and relkind = 'r' and attnum > 0 and not attisdropped order by 1, 2");
    for (int row = 0; row < columns.rows(); ++row) {
        std::string catalog(columns.text(row, 0)), column(columns.text(row, 1));
        if (read.contains(column)) continue;
        bool has_reason = listed.contains(catalog + ".*") || listed.contains(catalog + "." + column);
        unused.erase(catalog + ".*");
        unused.erase(catalog + "." + column);
        INFO(catalog << "." << column << " of " << connection.server_version()
                     << ": let a kind read it, or say in tests/catalog_columns.tsv why none does");
        CHECK(has_reason);
    }
}

/// The installed server, and those of the folder that `./check` has fetched.
std::vector<std::string> installations() {
    std::vector<std::string> out{""};
    if (const char* folder = std::getenv("PLUMB_SERVERS"))
        for (const auto& entry : std::filesystem::directory_iterator(folder))
            if (std::filesystem::exists(entry.path() / "bin/postgres")) out.push_back(entry.path());
    return out;
}

}  // namespace

TEST_CASE("queries return what their kinds declare, and nothing else", "[laws][server]") {
    for (const auto& installation : installations()) {
        tests::Server server(installation);
        Connection connection(server.conninfo("postgres"));
        check_queries(connection);
    }
}

TEST_CASE("every column of every catalog is read, or not for a reason", "[laws][server]") {
    auto unused = columns_with_a_reason();
    std::set<int> versions;
    for (const auto& installation : installations()) {
        tests::Server server(installation);
        Connection connection(server.conninfo("postgres"));
        check_coverage(connection, unused);
        versions.insert(connection.server_version() / 10000);
    }
    if (versions.size() == 6) CHECK(unused == std::set<std::string>{});
}

TEST_CASE("what no kind reads is reported by name", "[laws][server]") {
    introspect::Scratch scratch("", {}, false);
    auto database = scratch.create_database();
    auto connection = scratch.connect_as_superuser(database);
    // An aggregate that lacks its row of pg_aggregate: every sort of object that PostgreSQL can make is known.
    connection.run("create function public.f() returns int language sql as 'select 1'; create table public.known (a int);"
                   "update pg_proc set prokind = 'a' where oid = 'public.f'::regproc");
    auto catalog = introspect::read(connection);
    REQUIRE(catalog.unread.size() == 1);
    CHECK(catalog.unread[0].description == "function public.f()");
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

TEST_CASE("the cases and tests that docs/ name are there", "[laws]") {
    const std::filesystem::path root = PLUMB_ROOT;
    for (const char* file : {"docs/catalog-changes.md", "docs/pains.md"}) {
        std::ifstream in(root / file);
        std::string text(std::istreambuf_iterator<char>(in), {});
        std::regex name("`([a-z_]+/[a-z0-9_.]+)`");
        auto begin = std::sregex_iterator(text.begin(), text.end(), name), end = std::sregex_iterator();
        CHECK(std::distance(begin, end) > 50);
        for (auto found = begin; found != end; ++found) {
            std::string path = (*found)[1];
            INFO(path);
            bool program = path.starts_with("tests/") || path.starts_with("benchmarks/");
            CHECK(std::filesystem::exists(root / (program ? "" : "schemas") / path));
        }
    }
}
