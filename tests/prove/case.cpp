// The cases that are proven.
#include "tests/prove/case.hpp"

#include <toml++/toml.h>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <tuple>

#include "engine/model/error.hpp"

namespace plumb::tests {

namespace fs = std::filesystem;

namespace {

std::vector<std::string> strings(const toml::table& table, const char* key) {
    std::vector<std::string> found;
    if (auto list = table[key].as_array())
        for (const auto& value : *list) found.push_back(value.value_or(std::string()));
    return found;
}

std::string if_there(const fs::path& file) { return fs::exists(file) ? file.string() : ""; }

Case own_case(const fs::path& root, const fs::path& folder) {
    Case one{.name = folder.lexically_relative(root).string(), .folder = folder.string(), .own = true};
    one.from = {(folder / "old.sql").string()};
    one.to = {"new.sql"};
    one.expected = if_there(folder / "expected.sql");
    one.rows = if_there(folder / "rows.sql");
    one.renamed = if_there(folder / "renamed.sql");
    one.golden = (folder / "plan.sql").string();
    one.config = fs::exists(folder / "plumb.toml") ? "plumb.toml" : (root / "schemas/plumb.toml").string();
    if (!fs::exists(folder / "case.toml")) return one;
    auto table = toml::parse_file((folder / "case.toml").string());
    for (const auto& [key, value] : table)
        if (key != "options" && key != "not_compared" && key != "lossy" && key != "exit" && key != "message" && key != "first" &&
            key != "last" && key != "cluster")
            throw Error(one.name + "/case.toml: unknown key " + std::string(key.str()));
    one.options = strings(table, "options");
    one.not_compared = strings(table, "not_compared");
    one.lossy = strings(table, "lossy");
    one.cluster = table["cluster"].value_or(false);
    one.exit = table["exit"].value_or(0);
    one.first = table["first"].value_or(one.first);
    one.last = table["last"].value_or(one.last);
    one.message = table["message"].value_or(std::string());
    return one;
}

std::vector<fs::path> sql_files(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".sql") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<Case> whole_schemas(const fs::path& corpus) {
    std::vector<Case> cases;
    for (const auto& file : sql_files(corpus / "schemas")) {
        auto name = "corpus/schemas/" + file.stem().string();
        cases.push_back({.name = name + "/build", .from = {}, .to = {file.string()}});
        cases.push_back({.name = name + "/clear", .from = {file.string()}, .to = {}});
    }
    return cases;
}

/// What PostgreSQL's own test suites leave behind: from nothing and back, to nothing and back, left as it is, exported and
/// applied.
std::vector<Case> regression(const fs::path& corpus) {
    std::vector<Case> cases;
    for (const auto& entry : fs::recursive_directory_iterator(corpus / "regression")) {
        auto name = entry.path().stem().string();
        if (entry.path().extension() != ".sql" || name.ends_with("_roles")) continue;
        auto path = "corpus/" + entry.path().lexically_relative(corpus).replace_extension().string();
        Case one{.name = path};
        one.options = {"--trust-files"};
        if (name == "non_superuser") one.options = {}, one.user = "plain_owner";
        const std::vector<std::string> files{entry.path().string()};
        for (auto [way, from, to, exported] : {std::tuple{"/build", false, true, false},
                                               {"/clear", true, false, false},
                                               {"/keep", true, true, false},
                                               {"/export", false, true, true}}) {
            cases.push_back(one);
            cases.back().name += way;
            if (from) cases.back().from = files;
            if (to) cases.back().to = files;
            cases.back().exported = exported;
            if (!to) cases.back().options.push_back("--no-archive");
        }
    }
    return cases;
}

/// Names of pairs that make roles by code in a DO statement, which Plumb runs for files it is told to trust only.
std::set<std::string> run_code(const fs::path& corpus) {
    std::set<std::string> names;
    std::ifstream lines(corpus / "pairs/index.tsv");
    for (std::string line; std::getline(lines, line);)
        if (line.find("creates-role") != std::string::npos) names.insert("corpus/pairs/" + line.substr(0, line.find('\t')));
    return names;
}

/// Whether a cast in it does without a function, which takes the owner of both types.
bool casts_bytes(const fs::path& file) {
    std::ifstream in(file);
    std::string text(std::istreambuf_iterator<char>(in), {});
    return text.find("WITHOUT FUNCTION") != text.npos;
}

std::vector<Case> pairs(const fs::path& corpus) {
    auto trusted = run_code(corpus);
    std::vector<Case> cases;
    for (const auto& entry : fs::recursive_directory_iterator(corpus / "pairs")) {
        if (entry.path().filename() != "old.sql") continue;
        auto folder = entry.path().parent_path();
        Case one{.name = "corpus/" + folder.lexically_relative(corpus).string()};
        if (fs::exists(folder / "setup.sql")) one.from = one.to = {(folder / "setup.sql").string()};
        one.from.push_back((folder / "old.sql").string());
        one.to.push_back((folder / "new.sql").string());
        if (trusted.count(one.name) || casts_bytes(folder / "old.sql") || casts_bytes(folder / "new.sql")) one.options = {"--trust-files"};
        cases.push_back(one);
    }
    return cases;
}

std::vector<Case> histories(const fs::path& corpus) {
    std::vector<Case> cases;
    for (const auto& project : fs::directory_iterator(corpus / "history")) {
        auto files = sql_files(project.path());
        for (std::size_t i = 1; i < files.size(); ++i) {
            auto name = files[i - 1].stem().string() + "-" + files[i].stem().string();
            cases.push_back({.name = "corpus/history/" + project.path().filename().string() + "/" + name,
                             .from = {files[i - 1].string()},
                             .to = {files[i].string()}});
        }
    }
    return cases;
}

}  // namespace

std::vector<Case> find_cases(const std::string& root, const std::string& corpus) {
    std::vector<Case> cases;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(root) / "schemas"))
        if (entry.path().filename() == "old.sql") cases.push_back(own_case(root, entry.path().parent_path()));
    cases.push_back({.name = everything_name, .own = true});
    if (!corpus.empty())
        for (auto find : {whole_schemas, pairs, histories, regression})
            for (auto& one : find(corpus)) cases.push_back(one);
    std::sort(cases.begin(), cases.end(), [](const Case& a, const Case& b) { return a.name < b.name; });
    return cases;
}

std::string group(const Case& one) {
    if (one.own) return "cases";
    auto start = one.name.find('/') + 1;
    auto end = one.name.find('/', start);
    auto folder = one.name.substr(start, end - start);
    if (folder != "schemas" && folder != "regression") end = one.name.find('/', end + 1);
    return one.name.substr(start, end - start);
}

std::map<std::string, std::string> known_failures(const std::string& file) {
    std::map<std::string, std::string> reasons;
    std::ifstream lines(file);
    for (std::string line; std::getline(lines, line);) {
        auto tab = line.find('\t');
        if (!line.empty() && tab == std::string::npos) throw Error(file + ": a line without a tab: " + line);
        if (!line.empty()) reasons[line.substr(0, tab)] = line.substr(tab + 1);
    }
    return reasons;
}

}  // namespace plumb::tests
