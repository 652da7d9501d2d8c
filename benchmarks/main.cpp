// plumb_benchmarks: how long Plumb takes, as a ratio to PostgreSQL's own tools in the same run.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <memory>

#include "benchmarks/schema.hpp"
#include "diff/plan.hpp"
#include "introspect/files.hpp"
#include "introspect/read.hpp"
#include "introspect/scratch.hpp"
#include "tests/server.hpp"

namespace plumb::benchmarks {

namespace {

double seconds(const std::function<void()>& work) {
    auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// A schema in a file and, loaded by psql, in a database.
struct Subject {
    std::string name;
    std::string file;
    std::string database;
};

class Bench {
public:
    explicit Bench(std::string folder) : cache_(std::move(folder)) { setenv("XDG_CACHE_HOME", (server_.folder() + "/cache").c_str(), 1); }

    const tests::Server& server() const { return server_; }

    Subject subject(const std::string& name, const std::string& sql) {
        Subject out{name, server_.folder() + "/" + name + ".sql", server_.create()};
        std::ofstream(out.file) << sql;
        psql(out.database, out.file);
        return out;
    }

    void psql(const std::string& database, const std::string& file) const {
        tests::must({server_.program("psql"), "-X", "-q", "-1", "-v", "ON_ERROR_STOP=1", "-d", server_.conninfo(database), "-o", "/dev/null", "-f", file});
    }

    Catalog read(const Subject& subject) const {
        Connection connection(server_.conninfo(subject.database));
        return introspect::read(connection);
    }

    std::string create() { return server_.create(); }
    void drop(const std::string& database) { server_.drop(database); }

private:
    std::string cache_;
    tests::Server server_;
};

}  // namespace

}  // namespace plumb::benchmarks
