// Files of migration tools: what their folders and the database hold already, and the new ones.
#include "engine/run/migrations.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "emit/emit.hpp"
#include "engine/run/output.hpp"
#include "engine/run/state.hpp"

namespace plumb::run {

namespace {

namespace fs = std::filesystem;

std::vector<std::string> files_below(const fs::path& folder) {
    std::vector<std::string> out;
    if (!fs::exists(folder)) return out;
    if (!fs::is_directory(folder)) throw Error(folder.string() + " is no folder", {}, "", Exit::usage);
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) out.push_back(entry.path().lexically_relative(folder).generic_string());
    std::ranges::sort(out);
    return out;
}

/// The tables in which the tool records what has run: one of that name may be in any schema.
Result tables(Connection& connection, const std::string& name) {
    bool has_schema = name.find('.') != std::string::npos;
    return connection.query(has_schema ? "select to_regclass($1)::text where to_regclass($1) is not null"
                                       : "select oid::regclass::text from pg_class where relname = $1 and relkind in ('r', 'p')",
                            {name});
}

/// What has run on the live database; nothing where the plan does not start from one.
std::vector<std::string> versions(const emit::Tool& tool, const Settings& settings, Progress& progress) {
    std::vector<std::string> out;
    const auto& from = settings.options.from;
    if (from && !is_connection_string(*from)) return out;
    auto connection = connect(from.value_or(settings.conninfo));
    auto found = tables(connection, settings.migrations.table.empty() ? std::string(tool.table) : settings.migrations.table);
    for (int t = 0; t < found.rows(); ++t) {
        auto table = std::string(found.text(t, 0));
        try {
            auto rows = connection.query("select " + std::string(tool.version) + "::text from " + table);
            for (int row = 0; row < rows.rows(); ++row)
                if (!rows.null(row, 0)) out.emplace_back(rows.text(row, 0));
        } catch (const Error& error) {
            progress.warn("numbers continue after those of the folder alone: " + table + ": " + error.what());
        }
    }
    return out;
}

void write(const fs::path& path, const std::string& text, const std::string& before) {
    if (fs::exists(path) && before.empty()) throw Error(path.string() + " is there already", {}, "", Exit::error);
    std::error_code ignored;
    fs::create_directories(path.parent_path(), ignored);
    std::ofstream out(path, std::ios::binary | std::ios::app);
    out << text.substr(before.size()) << std::flush;
    if (!out) throw Error("cannot write to " + path.string() + ": " + std::strerror(errno));
}

void write(const Plan& plan, const emit::Tool& tool, const fs::path& folder, const Settings& settings, Progress& progress) {
    emit::Present present{.files = files_below(folder),
                          .versions = versions(tool, settings, progress),
                          .folder = fs::absolute(folder).lexically_normal().filename().string(),
                          .now = std::time(nullptr)};
    for (const auto& path : present.files)
        if (read_whole(folder / path).find(emit::mark(plan)) != std::string::npos)
            return progress.say("written before: " + (folder / path).string());
    if (std::ranges::count(present.files, emit::grows)) present.plan = read_whole(folder / emit::grows);
    for (const auto& [path, text] : tool.files(plan, present)) {
        write(folder / path, text, path == emit::grows ? present.plan : "");
        progress.say("wrote " + (folder / path).string());
    }
}

}  // namespace

void write_migrations(const Plan& plan, const Settings& settings, Progress& progress) {
    for (const auto& format : settings.options.formats)
        if (const auto* tool = emit::tool(format.name)) write(plan, *tool, format.path, settings, progress);
}

}  // namespace plumb::run
