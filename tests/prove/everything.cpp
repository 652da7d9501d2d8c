// All cases at once: each moved to a schema of its own, so that one plan has to do everything.
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <tuple>

#include "tests/prove/case.hpp"

namespace plumb::tests {

namespace {

namespace fs = std::filesystem;

std::string read_file(const std::string& name) {
    std::ifstream in(name);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

/// Whether nothing but names of schema public ties the files to their place: a case with options, with objects of the whole
/// database, or with rows of its own, which others' need not be, stays alone.
bool can_move(const Case& one, int version) {
    static const std::regex tied(
        R"((CREATE|DROP|ON|ALTER)\s+(SCHEMA|EXTENSION|ROLE|EVENT|PUBLICATION|SUBSCRIPTION|SERVER|FOREIGN\s+DATA|USER|ACCESS|LANGUAGE|CAST|TRANSFORM)|OWNER|GRANT|REVOKE|PRIVILEGES|plumb:|\\i|SEARCH_PATH)",
        std::regex::icase);
    static const std::regex rows("(^|\n)insert into ", std::regex::icase);
    if (!one.own || one.from.empty() || one.exit != 0 || !one.options.empty() || !one.expected.empty() ||
        one.config == "plumb.toml")
        return false;
    if (version < one.first || version > one.last) return false;
    auto text = read_file(one.from.at(0)) + "\n" + read_file(one.folder + "/new.sql");
    return !std::regex_search(text, tied) && !std::regex_search(text, rows);
}

std::string moved(const std::string& file, const std::string& schema, bool make) {
    static const std::regex home(R"(\bpublic\.)");
    return (make ? "CREATE SCHEMA " + schema + ";\n" : "") + "SET search_path = " + schema + ";\n" +
           std::regex_replace(read_file(file), home, schema + ".");
}

}  // namespace

Case everything(const std::vector<Case>& cases, const std::string& folder, int version) {
    Case all{.name = everything_name, .config = PLUMB_ROOT "/schemas/plumb.toml", .own = true};
    all.rows = folder + "/everything_rows.sql";
    std::ofstream rows(all.rows);
    for (const auto& one : cases) {
        if (!can_move(one, version)) continue;
        auto schema = "case_" + std::to_string(all.from.size());
        for (auto [file, files, side] :
             {std::tuple{one.from.at(0), &all.from, "_old"}, std::tuple{one.folder + "/new.sql", &all.to, "_new"}}) {
            files->push_back(folder + "/" + schema + side + ".sql");
            std::ofstream(files->back()) << moved(file, schema, true);
        }
        if (!one.rows.empty()) rows << moved(one.rows, schema, false);
        for (const auto& column : one.not_compared) all.not_compared.push_back(schema + column.substr(column.find('.')));
        for (const auto& column : one.lossy) all.lossy.push_back(schema + column.substr(column.find('.')));
    }
    return all;
}

}  // namespace plumb::tests
