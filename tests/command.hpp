// What the tests of commands share: one server for all, and plumb run as a user runs it.
#pragma once

#include <fstream>
#include <string>
#include <vector>

#include "emit/emit.hpp"
#include "engine/model/connection.hpp"
#include "engine/run/state.hpp"
#include "tests/server.hpp"

namespace plumb::tests {

inline Server& server() {
    static Server one;
    return one;
}

/// A database of its own for a test, and plumb against it.
class Target {
public:
    explicit Target(const std::string& statements = "") : name(server().create()) {
        if (!statements.empty()) Connection(conninfo()).run(statements);
    }
    ~Target() { server().drop(name); }
    Target(const Target&) = delete;
    Target& operator=(const Target&) = delete;

    std::string conninfo(const std::string& user = "postgres") const { return server().conninfo(name, user); }
    std::string fingerprint() const { return run::live_fingerprint({.options = {}, .conninfo = conninfo()}, {}, {}); }
    /// The first value of the first row, or of all rows with their values one below the other.
    std::string ask(const std::string& sql) const {
        Connection connection(conninfo());
        auto result = connection.query(sql);
        std::string out;
        for (int row = 0; row < result.rows(); ++row) out += (row ? "\n" : "") + std::string(result.text(row, 0));
        return out;
    }

    Output plumb(const std::string& command, const std::vector<std::string>& options,
                 const std::vector<std::string>& before = {}) const {
        auto words = before;
        words.insert(words.end(), {PLUMB_BINARY, command});
        words.insert(words.end(), options.begin(), options.end());
        words.insert(words.end(), {"--db", conninfo()});
        return tests::run(words, {.folder = server().folder()});
    }

    const std::string name;
};

/// A file of the test's own; the name stays below the folder of the server.
inline std::string file(const std::string& name, const std::string& text) {
    auto path = server().folder() + "/" + name;
    std::ofstream(path) << text;
    return path;
}

}  // namespace plumb::tests
