// What the tests of the scratch share: one private server, and sources loaded into databases of it.
#pragma once

#include <map>
#include <string>

#include "introspect/scratch.hpp"
#include "tests/source_folder.hpp"

namespace plumb::tests {

inline introspect::Surroundings test_surroundings() {
    introspect::Surroundings around;
    around.user = "postgres";
    around.roles = {"postgres", "app", "reader", "odd \"name\"", "pg_monitor"};
    around.memberships = {{"app", "reader"}};
    return around;
}

inline introspect::Scratch& shared_scratch() {
    static introspect::Scratch scratch("", test_surroundings(), false);
    return scratch;
}

/// A database that desired SQL was loaded into.
struct Loaded {
    introspect::Scratch& scratch;
    std::string database;

    explicit Loaded(const std::string& sql, introspect::Scratch& scratch = shared_scratch())
        : Loaded(std::map<std::string, std::string>{{"desired.sql", sql}}, scratch) {}

    explicit Loaded(const std::map<std::string, std::string>& files, introspect::Scratch& scratch = shared_scratch())
        : scratch(scratch), database(scratch.create_database()) {
        Folder folder;
        std::vector<std::string> paths;
        for (const auto& [name, text] : files) paths.push_back(folder.write(name, text));
        auto source = introspect::read_files(paths);
        for (auto& file : source.files) file.name = file.name.substr(file.name.rfind('/') + 1);
        introspect::load(scratch, database, source);
    }

    /// The first value of a query, run as the loader.
    std::string operator()(const std::string& query) const {
        auto connection = scratch.connect(database);
        auto result = connection.query(query);
        return result.rows() > 0 ? std::string(result.text(0, 0)) : "no row";
    }
};

/// "line:column: message" of the error that loading ends in, with its hint in brackets.
inline std::string load_error(const std::string& sql, introspect::Scratch& scratch = shared_scratch()) {
    try {
        Loaded loaded(sql, scratch);
    } catch (const Error& error) {
        std::string out = std::to_string(error.place.line) + ":" + std::to_string(error.place.column) + ": " + error.what();
        return error.hint.empty() ? out : out + " [" + error.hint + "]";
    }
    return "no error";
}

/// What an action fails with.
template <class Action>
std::string message_of(Action action) {
    try {
        action();
    } catch (const Error& error) {
        return error.what();
    }
    return "no error";
}

inline bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace plumb::tests
