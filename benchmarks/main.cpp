// plumb_benchmarks: how long Plumb takes, as a ratio to PostgreSQL's own tools in the same run.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <regex>
#include <sstream>

#include "benchmarks/fill.hpp"
#include "benchmarks/schema.hpp"
#include "diff/plan.hpp"
#include "engine/model/error.hpp"
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

/// A schema as a file, and loaded by psql into a database.
struct Subject {
    std::string name;
    std::string file;
    std::string database;
};

/// The server that plays the live one, and what is measured on it.
class Bench {
public:
    Bench() { setenv("XDG_CACHE_HOME", (server_.folder() + "/cache").c_str(), 1); }
    /// The user of the server, who clears up, may not own it.
    ~Bench() { std::filesystem::remove_all(server_.folder() + "/cache"); }
    Bench(const Bench&) = delete;
    Bench& operator=(const Bench&) = delete;

    Subject subject(const std::string& name, const std::string& sql) {
        Subject out{name, server_.folder() + "/" + name + ".sql", server_.create()};
        std::ofstream(out.file) << sql;
        psql(out, out.database);
        // As autovacuum would, sooner or later.
        Connection(server_.conninfo(out.database)).query("analyze");
        return out;
    }

    void psql(const Subject& subject, const std::string& database, bool at_once = true) const {
        tests::must({server_.program("psql"), "-X", at_once ? "-q1" : "-q", "-v", "ON_ERROR_STOP=1", "-d", server_.conninfo(database), "-o",
                     "/dev/null", "-f", subject.file});
    }
    void make_roles(const std::string& file) const { server_.psql("postgres", file); }
    void dump(const Subject& subject) const { server_.dump(subject.database, {"-s"}); }

    Catalog read(const Subject& subject) const {
        auto conninfo = server_.conninfo(subject.database);
        Connection connection(conninfo);
        return introspect::read(connection, std::chrono::seconds(5), {}, &conninfo);
    }

    introspect::Surroundings surroundings(const Subject& subject) const {
        Connection connection(server_.conninfo(subject.database));
        return introspect::surroundings(connection);
    }

    std::string create(const std::string& like = "template0") { return server_.create(like); }
    void drop(const std::string& database) { server_.drop(database); }
    void forget() const { std::filesystem::remove_all(cache()); }
    tests::Server& server() { return server_; }
    void change(const Subject& subject, const std::string& sql) const { Connection(server_.conninfo(subject.database)).run(sql); }

    /// Runs plumb and returns the most memory that it took, in MB.
    double plumb(const std::string& command, const Subject& subject, const std::string& database,
                 const std::vector<std::string>& options = {}) const {
        std::vector<std::string> words{PLUMB_BINARY, command, subject.file, "--db", server_.conninfo(database), "-v"};
        words.insert(words.end(), options.begin(), options.end());
        auto output = tests::run(words, {.folder = server_.folder()});
        if (output.exit != 0 && output.exit != 2) throw Error("plumb " + command + " failed: " + output.err);
        std::smatch found;
        if (!std::regex_search(output.err, found, std::regex("([0-9]+) MB at most")))
            throw Error("plumb does not say what it took: " + output.err);
        return std::stod(found[1]);
    }

private:
    std::string cache() const { return server_.folder() + "/cache/plumb/"; }

    tests::Server server_;
};

struct Race {
    std::string measure;  ///< what the ratio is to
    std::function<void()> other;
    std::function<void()> work;
    std::function<void()> prepare = [] {};  ///< before each round, not timed
};

/// Times the work and its measure one after the other in each round, so that a busy machine slows both.
void run(benchmark::State& state, const Race& race) {
    double others = 0, ours = 0;
    for ([[maybe_unused]] auto round : state) {
        race.prepare();
        others += seconds(race.other);
        double taken = seconds(race.work);
        ours += taken;
        state.SetIterationTime(taken);
    }
    state.counters["ratio"] = ours / others;
    state.SetLabel(fmt::format("to {} ({:.2f} s)", race.measure, others / static_cast<double>(state.iterations())));
}

void read(benchmark::State& state, Bench& bench, const Subject& subject) {
    run(state, {"pg_dump -s", [&] { bench.dump(subject); }, [&] { bench.read(subject); }});
}

void load(benchmark::State& state, Bench& bench, const Subject& subject) {
    auto source = introspect::read_files({subject.file});
    introspect::Scratch scratch("", bench.surroundings(subject), false);
    std::string theirs, ours;
    auto prepare = [&] {
        if (!ours.empty()) scratch.drop(ours);
        if (!theirs.empty()) bench.drop(theirs);
        ours = scratch.create_database();
        theirs = bench.create();
    };
    run(state, {"psql -1 -f", [&] { bench.psql(subject, theirs); }, [&] { introspect::load(scratch, ours, source); }, prepare});
    bench.drop(theirs);
}

/// Compare, plan and order against nothing.
void plan(benchmark::State& state, Bench& bench, const Subject& subject) {
    auto catalog = bench.read(subject);
    Catalog nothing;
    nothing.server_version = catalog.server_version;
    for ([[maybe_unused]] auto round : state)
        state.SetIterationTime(seconds([&] {
            benchmark::DoNotOptimize(diff::compare(nothing, catalog));
            benchmark::DoNotOptimize(diff::plan(nothing, catalog));
        }));
    auto objects = static_cast<double>(catalog.objects.size());
    state.counters["objects"] = objects;
    state.counters["s per 20000"] =
        benchmark::Counter(objects / 20000, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

/// plumb diff on files that it has never seen.
void diff_first(benchmark::State& state, Bench& bench, const Subject& subject) {
    double memory = 0;
    auto empty = bench.create();
    std::string theirs;
    auto prepare = [&] {
        bench.forget();
        if (!theirs.empty()) bench.drop(theirs);
        theirs = bench.create();
    };
    run(state, {"psql -1 -f and pg_dump -s", [&] { bench.psql(subject, theirs), bench.dump(subject); },
                [&] { memory = bench.plumb("diff", subject, empty); }, prepare});
    state.counters["MB"] = memory;
    bench.drop(theirs);
    bench.drop(empty);
}

void diff_nothing(benchmark::State& state, Bench& bench, const Subject& subject) {
    double memory = 0;
    bench.plumb("diff", subject, subject.database);
    run(state, {"reading", [&] { bench.read(subject); }, [&] { memory = bench.plumb("diff", subject, subject.database); }});
    state.counters["MB"] = memory;
}

/// A new change of live each time, so that no plan is known, but the files are.
void diff_change(benchmark::State& state, Bench& bench, const Subject& subject) {
    double memory = 0;
    int round = 0;
    bench.plumb("diff", subject, subject.database);
    auto other = [&] {
        for (int i = 0; i < 3; ++i) bench.read(subject);
        bench.drop(bench.create(subject.database));
    };
    run(state, {"three times reading and a clone", other, [&] { memory = bench.plumb("diff", subject, subject.database); },
                [&] {
                    bench.change(subject, fmt::format("drop schema if exists stray_{} cascade; create schema stray_{}; create "
                                                      "table stray_{}.t (id int primary key)",
                                                      round, round + 1, round + 1)),
                        ++round;
                }});
    bench.change(subject, fmt::format("drop schema stray_{} cascade", round));
    state.counters["MB"] = memory;
}

/// plumb diff of all that PostgreSQL's own tests leave behind, proven, on files that it has never seen: what it needs at least are
/// some loads and some reads.
void diff_regression(benchmark::State& state, Bench& bench, const Subject& subject) {
    double others = 0, ours = 0, memory = 0;
    auto empty = bench.create();
    for ([[maybe_unused]] auto round : state) {
        bench.forget();
        auto theirs = bench.create();
        double load = seconds([&] { bench.psql(subject, theirs, false); }), dump = seconds([&] { bench.dump(subject); });
        double taken = seconds([&] { memory = bench.plumb("diff", subject, empty, {"--trust-files"}); });
        bench.drop(theirs);
        others += 3 * load + 2 * dump;
        ours += taken;
        state.SetIterationTime(taken);
    }
    bench.drop(empty);
    state.counters["ratio"] = ours / others;
    state.counters["MB"] = memory;
    state.SetLabel(fmt::format("to 3 times psql -f and 2 times pg_dump -s ({:.2f} s)", others / static_cast<double>(state.iterations())));
}

void add(Bench& bench, const Subject& subject) {
    using Function = void (*)(benchmark::State&, Bench&, const Subject&);
    struct Kind {
        const char* name;
        Function function;
        int rounds;
    };
    for (auto [name, function, rounds] :
         {Kind{"read", read, 3}, Kind{"load", load, 1}, Kind{"plan_all", plan, 3}, Kind{"diff_first", diff_first, 1},
          Kind{"diff_nothing_again", diff_nothing, 3}, Kind{"diff_change_again", diff_change, 3}})
        benchmark::RegisterBenchmark(
            (std::string(name) + "/" + subject.name).c_str(),
            [&bench, subject, function = function](benchmark::State& state) { function(state, bench, subject); })
            ->Iterations(rounds)
            ->UseManualTime()
            ->Unit(benchmark::kMillisecond);
}

std::string read_file(const std::string& name) {
    std::ifstream in(name);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

void add_regression(Bench& bench, const std::string& corpus) {
    bench.make_roles(corpus + "/ROLES.sql");
    auto subject = bench.subject("regression", read_file(corpus + "/regression/no_c_functions.sql"));
    benchmark::RegisterBenchmark("diff_first/regression", [&bench, subject](benchmark::State& state) { diff_regression(state, bench, subject); })
        ->Iterations(1)
        ->UseManualTime()
        ->Unit(benchmark::kMillisecond);
}

/// The number behind --rows=, which is taken out of the words; a million where there is none.
long rows_of(int& count, char** words) {
    long out = 1000000;
    int kept = 0;
    for (int i = 0; i < count; ++i) {
        if (std::string_view word = words[i]; word.starts_with("--rows="))
            out = std::atol(words[i] + 7);
        else
            words[kept++] = words[i];
    }
    count = kept;
    return out;
}

void add_all(Bench& bench, long rows) {
    add_fill(bench.server(), rows);
    for (int tables : {100, 1000, 10000}) add(bench, bench.subject(fmt::format("{}_tables", tables), generated(tables)));
    const char* corpus = std::getenv("PLUMB_CORPUS");
    if (!corpus) {
        std::cerr << "PLUMB_CORPUS is not set: GitLab's schema and PostgreSQL's regression database are not measured\n";
        return;
    }
    add(bench, bench.subject("gitlab", read_file(std::string(corpus) + "/schemas/gitlab.sql")));
    add_regression(bench, corpus);
}

}  // namespace

}  // namespace plumb::benchmarks

int main(int count, char** words) {
    try {
        plumb::benchmarks::Bench bench;
        long rows = plumb::benchmarks::rows_of(count, words);
        benchmark::Initialize(&count, words);
        if (benchmark::ReportUnrecognizedArguments(count, words)) return 4;
        plumb::benchmarks::add_all(bench, rows);
        benchmark::RunSpecifiedBenchmarks();
        return 0;
    } catch (const plumb::Error& error) {
        std::cerr << plumb::describe(error);
        return 1;
    }
}
