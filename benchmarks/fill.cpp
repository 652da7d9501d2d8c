// How long a column of a large table takes to fill, and how long others wait meanwhile.
#include "benchmarks/fill.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <atomic>
#include <chrono>
#include <fstream>
#include <functional>
#include <random>
#include <thread>

#include "engine/model/connection.hpp"
#include "engine/model/error.hpp"

namespace plumb::benchmarks {

namespace {

using Clock = std::chrono::steady_clock;

/// An application that updates one row after another, each in a transaction of its own.
class Application {
public:
    Application(const std::string& conninfo, long rows) : thread_([this, conninfo, rows] { go_on(conninfo, rows); }) {}
    ~Application() { stop(); }
    Application(const Application&) = delete;
    Application& operator=(const Application&) = delete;

    /// The longest time that an update took, in milliseconds.
    double stop() {
        stopped_ = true;
        if (thread_.joinable()) thread_.join();
        return longest_;
    }

private:
    void go_on(const std::string& conninfo, long rows) {
        Connection connection(conninfo);
        std::mt19937_64 random(1);
        std::uniform_int_distribution<long> id(1, rows);
        while (!stopped_) {
            auto start = Clock::now();
            connection.query("update item set price = price + 1 where id = " + std::to_string(id(random)));
            longest_ = std::max(longest_, std::chrono::duration<double, std::milli>(Clock::now() - start).count());
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
    }

    std::atomic<bool> stopped_ = false;
    double longest_ = 0;
    std::thread thread_;
};

constexpr const char* table = "create table item (id bigint primary key, price int not null, name text not null";

double seconds_of(const std::function<void()>& work) {
    auto start = Clock::now();
    work();
    return std::chrono::duration<double>(Clock::now() - start).count();
}

void fill(benchmark::State& state, tests::Server& server, long rows) {
    auto ours = server.create(), file = server.folder() + "/item.sql";
    std::ofstream(file) << table << ",\n    -- plumb: backfill price * 2\n    doubled int);\n";
    Connection(server.conninfo(ours)).run(fmt::format("{}); insert into item select i, i, 'item ' || i from generate_series(1, {}) i", table, rows));
    Connection(server.conninfo(ours)).run("vacuum analyze item");
    auto theirs = server.create(ours);
    Connection(server.conninfo(theirs)).run("alter table item add column doubled int; checkpoint");
    double quiet = [&] {
        Application alone(server.conninfo(ours), rows);
        std::this_thread::sleep_for(std::chrono::seconds(3));
        return alone.stop();
    }();
    double measured = 0;
    for ([[maybe_unused]] auto round : state) {
        measured = seconds_of([&] {
            tests::must({server.program("psql"), "-X", "-q", "-d", server.conninfo(theirs), "-c", "update item set doubled = price * 2"});
        });
        Application application(server.conninfo(ours), rows);
        double whole = seconds_of([&] {
            auto output = tests::run({PLUMB_BINARY, "apply", file, "--db", server.conninfo(ours), "--yes", "-q"}, {.folder = server.folder()});
            if (output.exit != 0) throw Error("plumb apply failed: " + output.err);
        });
        state.counters["longest wait, ms"] = application.stop();
        if (Connection(server.conninfo(ours)).query("select from item where doubled is null limit 1").rows() > 0)
            throw Error("a row has no value");
        auto found = Connection(server.conninfo(ours)).query("select sum(seconds) from plumb.step where sql like 'UPDATE %'");
        double filling = std::stod(std::string(found.text(0, 0)));
        state.SetIterationTime(whole);
        state.counters["rows/s"] = static_cast<double>(rows) / filling;
        state.counters["ratio of rows/s"] = measured / filling;
        state.counters["ratio of rows/s, whole apply"] = measured / whole;
    }
    state.counters["longest wait without, ms"] = quiet;
    state.SetLabel(fmt::format("to one UPDATE by psql ({:.1f} s)", measured));
    server.drop(ours);
    server.drop(theirs);
}

}  // namespace

void add_fill(tests::Server& server, long rows) {
    benchmark::RegisterBenchmark(fmt::format("fill/{}_rows", rows).c_str(), [&server, rows](benchmark::State& state) { fill(state, server, rows); })
        ->Iterations(1)
        ->UseManualTime()
        ->Unit(benchmark::kMillisecond);
}

}  // namespace plumb::benchmarks
