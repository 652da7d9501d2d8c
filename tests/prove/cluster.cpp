// Proves a case of roles, or of what the database is set to: these are a whole server's, so it gets two of its own.
#include <chrono>
#include <fstream>
#include <regex>
#include <sstream>

#include "engine/model/error.hpp"
#include "tests/observer.hpp"
#include "tests/prove/prove.hpp"

namespace plumb::tests {

namespace {

class ClusterProof {
public:
    ClusterProof(const std::string& installation, const Case& one)
        : case_(one), live_(installation), wanted_(installation), database_(live_.create()) {
        wanted_.create();
    }

    void run(bool update) {
        load(live_, case_.from.at(0));
        load(wanted_, case_.expected.empty() ? case_.folder + "/" + case_.to.at(0) : case_.expected);
        if (live_.version() / 10000 == case_.golden_version()) compare_golden(update);
        auto before = state(live_);
        if (case_.exit != 0) {
            auto output = plumb("apply", case_.exit);
            if ((output.out + output.err).find(case_.message) == std::string::npos)
                throw Error("plumb apply does not say \"" + case_.message + "\" but\n" + output.err);
            return expect("a refused apply", before);
        }
        plumb("apply", 0);
        expect("apply", state(wanted_));
        plumb("diff", 0);
        plumb("rollback", 0);
        expect("rollback", before);
    }

private:
    void load(const Server& server, const std::string& file) const {
        if (auto output = server.psql(database_, file); output.exit != 0) throw Error("psql cannot load it: " + output.err);
    }

    Output plumb(const std::string& command, int exit) const {
        std::vector<std::string> words{PLUMB_BINARY, command, "--db", live_.conninfo(database_), "--config", case_.config};
        if (command != "rollback") words.push_back(case_.to.at(0));
        if (command != "diff") words.insert(words.end(), {"--yes", "--allow", "all"});
        if (command == "diff" && exit == 2) words.insert(words.end(), {"--format", "sql"});
        auto output = tests::run(words, {.folder = case_.folder});
        if (output.exit != exit)
            throw Error("plumb " + command + " ended with " + std::to_string(output.exit) + " instead of " + std::to_string(exit) + "\n" +
                        output.err + output.out);
        return output;
    }

    void compare_golden(bool update) const {
        if (case_.exit != 0) return;
        auto output = plumb("diff", 2);
        if (update) std::ofstream(case_.golden) << output.out;
        std::stringstream golden;
        golden << std::ifstream(case_.golden).rdbuf();
        auto text = unified_diff(live_, golden.str(), output.out);
        if (!text.empty()) throw Error("the plan differs from plan.sql\n" + text);
    }

    /// What the catalogs hold, and what pg_dumpall and pg_dump make of it where they can read the server.
    std::string state(const Server& server) const {
        auto out = must({server.program("psql"), "-X", "-q", "-At", "-v", "ON_ERROR_STOP=1", "-d", server.conninfo(database_), "-f",
                         PLUMB_ROOT "/tests/cluster.sql"});
        if (!server.dumps()) return out;
        out += normalised(server.dump(database_, {"-s", "-C", "-N", "plumb", "-N", "plumb_archive*"}));
        std::vector<std::string> all{server.program("pg_dumpall"), "-g", "-d", server.conninfo("postgres")};
        if (must({server.program("pg_dumpall"), "--help"}).find("--restrict-key") != std::string::npos) all.push_back("--restrict-key=x");
        // No statement sets it to NULL again, which means the same.
        return out + std::regex_replace(must(all), std::regex(" VALID UNTIL 'infinity'"), "");
    }

    void expect(const std::string& after, const std::string& expected) const {
        auto text = unified_diff(live_, expected, state(live_));
        if (!text.empty()) throw Error("after " + after + " the cluster differs\n" + text);
    }

    const Case& case_;
    Server live_, wanted_;
    std::string database_;  ///< on both
};

}  // namespace

Outcome prove_cluster(const std::string& installation, const Case& one, bool update) {
    auto start = std::chrono::steady_clock::now();
    Outcome outcome;
    try {
        ClusterProof(installation, one).run(update);
    } catch (const Error& error) {
        outcome = {Verdict::failed, error.what()};
    }
    outcome.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return outcome;
}

}  // namespace plumb::tests
