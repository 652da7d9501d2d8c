// Plans that move data, as files of a migration tool: psql runs them in order and then those that undo them.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/catch.hpp"
#include "tests/command.hpp"
#include "tests/observer.hpp"
#include "tests/source_folder.hpp"

using namespace plumb;
using tests::server;
namespace fs = std::filesystem;

namespace {

/// The files of a folder that begin with a letter, by number.
std::vector<std::string> files(const std::string& folder, char letter) {
    std::vector<std::pair<int, std::string>> found;
    for (const auto& entry : fs::directory_iterator(folder)) {
        auto name = entry.path().filename().string();
        if (name[0] == letter && name.ends_with(".sql")) found.emplace_back(std::atoi(name.c_str() + 1), entry.path());
    }
    std::sort(found.begin(), found.end());
    std::vector<std::string> out;
    for (const auto& [number, path] : found) out.push_back(path);
    return out;
}

void load(const std::string& database, const std::string& path) {
    auto output = server().psql(database, path);
    INFO(path << ": " << output.err);
    REQUIRE(output.exit == 0);
}

/// As Flyway runs it: in a transaction, unless the file beside it says otherwise.
void migrate(const std::string& database, const std::string& path) {
    if (fs::exists(path + ".conf")) return load(database, path);
    std::ifstream in(path);
    std::stringstream text;
    text << in.rdbuf();
    load(database, tests::file("migration.sql", "BEGIN;\n" + text.str() + "COMMIT;\n"));
}

/// Columns that a case names in a list of case.toml.
std::vector<std::string> listed(const fs::path& folder, const std::string& key) {
    std::ifstream in(folder / "case.toml");
    std::vector<std::string> out;
    for (std::string line; std::getline(in, line);) {
        if (!line.starts_with(key + " ")) continue;
        std::stringstream words(line);
        for (std::string word; std::getline(words, word, '"') && std::getline(words, word, '"');) out.push_back(word);
    }
    return out;
}

bool is_refused(const fs::path& folder) {
    std::ifstream in(folder / "case.toml");
    std::stringstream text;
    text << in.rdbuf();
    return text.str().find("exit = ") != std::string::npos;
}

void expect_rows(const std::string& before, const std::string& now, const std::vector<std::string>& without) {
    auto found = tests::rows(server(), before, now, without);
    CHECK(tests::unified_diff(server(), found.first, found.second) == "");
}

}  // namespace

TEST_CASE("what moves data can be run and undone as files", "[command][files]") {
    for (const char* group : {"backfill", "archive"})
        for (const auto& entry : fs::directory_iterator(fs::path(PLUMB_ROOT) / "schemas" / group)) {
            const auto& folder = entry.path();
            if (!fs::exists(folder / "rows.sql") || is_refused(folder)) continue;
            INFO(folder.filename());
            tests::Target live, old, wanted;
            for (const auto* database : {&live, &old})
                for (const char* file : {"old.sql", "rows.sql"}) load(database->name, folder / file);
            load(wanted.name, folder / "new.sql");
            tests::Folder migrations;
            auto diff = live.plumb("diff", {folder / "new.sql", "--format", "flyway=" + migrations.path()});
            INFO(diff.err);
            REQUIRE(diff.exit == 2);
            for (const auto& path : files(migrations.path(), 'V')) migrate(live.name, path);
            auto expected = tests::structure(server(), wanted.name), before = tests::structure(server(), old.name);
            CHECK(tests::difference(server(), expected, tests::structure(server(), live.name)) == "");
            expect_rows(old.name, live.name, listed(folder, "not_compared"));
            auto back = files(migrations.path(), 'U');
            std::reverse(back.begin(), back.end());
            for (const auto& path : back) migrate(live.name, path);
            CHECK(tests::difference(server(), before, tests::structure(server(), live.name)) == "");
            expect_rows(old.name, live.name, listed(folder, "lossy"));
        }
}
