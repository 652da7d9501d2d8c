// plumb_prove: proves the cases of schemas/ and of the corpus, several at a time, and counts.
#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <mutex>
#include <thread>

#include "engine/model/error.hpp"
#include "tests/prove/prove.hpp"

namespace plumb::tests {

namespace {

constexpr const char* usage = R"(usage: plumb_prove [OPTION]... [NAME]...
Proves every case whose name contains one of the NAMEs (schemas/... means ours), or all: applies it with plumb, compares by pg_dump, diffs again, rolls back, compares.
Cases are the folders of schemas/ and, with PLUMB_CORPUS set, those of the corpus.

  --server DIR   prove on the server in DIR/bin instead of the installed one ...
  --scratch DIR  ... and let plumb rehearse on the one in DIR/bin (default: that of --server)
  --sample N     only N of them, spread evenly
  --all          the long histories too
  --walks N      from the regression database, N times: random changes to live, which plumb takes back ...
  --rows         the steps between two states again, with random rows in all tables, which must come back
  --seed N       ... walks or rows of this number (default: the clock's)
  --update       rewrite plan.sql of the cases of schemas/
  --list         print the names only
  --jobs N       how many at a time (default: one per processor)
  --lines N      how much to show of each failure (default 30)
  -v             a line for each case
)";

struct Options {
    std::vector<std::string> names;
    std::string server, scratch;
    std::size_t sample = 0;
    unsigned jobs = std::max(1u, std::thread::hardware_concurrency());
    int lines = 30, walks = 0, seed = static_cast<int>(std::time(nullptr) % 1000000);
    bool all = false, update = false, list = false, verbose = false, rows = false;
};

Options parse(int count, char** words) {
    Options options;
    for (int i = 1; i < count; ++i) {
        std::string word = words[i];
        auto value = [&]() -> std::string {
            if (++i == count) throw Error(word + " needs a value", {}, "", Exit::usage);
            return words[i];
        };
        auto number = [&] { return std::atoi(value().c_str()); };
        if (word == "--sample")
            options.sample = static_cast<std::size_t>(number());
        else if (word == "--jobs")
            options.jobs = static_cast<unsigned>(std::max(1, number()));
        else if (word == "--server")
            options.server = value();
        else if (word == "--scratch")
            options.scratch = value();
        else if (word == "--lines")
            options.lines = number();
        else if (word == "--walks")
            options.walks = number();
        else if (word == "--seed")
            options.seed = number();
        else if (word == "--rows")
            options.rows = true;
        else if (word == "--all")
            options.all = true;
        else if (word == "--update")
            options.update = true;
        else if (word == "--list")
            options.list = true;
        else if (word == "-v")
            options.verbose = true;
        else if (word == "--help")
            throw Error(usage, {}, "", Exit::done);
        else if (word[0] == '-')
            throw Error("unknown option " + word + "\n" + usage, {}, "", Exit::usage);
        else
            options.names.push_back(word);
    }
    return options;
}

/// "schemas/..." means ours and not the corpus's; any other name is looked for anywhere.
bool is_named(const Case& one, const std::vector<std::string>& names) {
    return std::any_of(names.begin(), names.end(), [&](const auto& name) {
        auto at = one.name.find(name);
        return at == 0 || (at != std::string::npos && name.rfind("schemas/", 0) != 0);
    });
}

/// What the release does not promise yet, and whole migrations of hundreds of steps, only when asked for.
bool is_extra(const Case& one) {
    auto name = group(one);
    return name == "pairs/pgquarrel" || name == "history/concourse" || name == "history/hatchet";
}

/// Whether it leads from one state to another that may hold rows.
bool is_step(const Case& one) {
    return one.own ? one.name != everything_name && one.exit == 0 : one.name.starts_with("corpus/pairs/") || one.name.starts_with("corpus/history/");
}

std::vector<Case> choose(std::vector<Case> cases, const Options& options) {
    std::erase_if(cases, [&](const Case& one) {
        bool wanted = options.names.empty() ? options.all || !is_extra(one) : is_named(one, options.names);
        return !wanted || (options.rows && !is_step(one));
    });
    std::ranges::stable_partition(cases, &Case::own);
    if (options.sample == 0 || options.sample >= cases.size()) return cases;
    std::vector<Case> some;
    for (std::size_t i = 0; i < options.sample; ++i) some.push_back(cases[(2 * i + 1) * cases.size() / (2 * options.sample)]);
    return some;
}

std::string first_lines(const std::string& text, int count) {
    std::size_t end = 0;
    while (count-- > 0 && end != std::string::npos && end < text.size())
        end = text.find('\n', end) == std::string::npos ? text.size() : text.find('\n', end) + 1;
    std::string shown = "    ";
    for (char c : text.substr(0, end)) shown += c == '\n' ? "\n    " : std::string(1, c);
    return shown + (end < text.size() ? "...\n" : "\n");
}

struct Count {
    int passed = 0, failed = 0, pinned = 0, unloadable = 0, unfit = 0, refused = 0, told = 0, lossy = 0, emptied = 0;
    int total() const { return passed + failed + pinned + unloadable + refused + told; }
    int skipped() const { return pinned + unloadable + unfit + refused + told; }
    Count& operator+=(const Count& other) {
        passed += other.passed, failed += other.failed, pinned += other.pinned, unloadable += other.unloadable,
            unfit += other.unfit, refused += other.refused, told += other.told, lossy += other.lossy, emptied += other.emptied;
        return *this;
    }
};

/// Collects outcomes from several threads and prints them as they come.
class Report {
public:
    Report(const Options& options, std::map<std::string, std::string> known) : options_(options), known_(std::move(known)) {}

    void add(const Case& one, const Outcome& outcome) {
        std::lock_guard lock(mutex_);
        auto& count = groups_[group(one)];
        bool pinned = known_.count(one.name) > 0;
        const char* word = "passed";
        if (outcome.verdict == Verdict::does_not_load)
            ++count.unloadable, word = "cannot be loaded";
        else if (outcome.verdict == Verdict::refused)
            ++count.refused, word = "refused";
        else if (outcome.verdict == Verdict::told)
            ++count.told, word = "differs as said";
        else if (outcome.verdict == Verdict::failed && pinned)
            ++count.pinned, word = "fails as known";
        else if (outcome.verdict == Verdict::failed || pinned)
            ++count.failed, word = "FAILED";
        else
            ++count.passed, count.lossy += outcome.lossy, word = outcome.lossy ? "passed, lossy as said" : word;
        for (const auto& words : outcome.lacked) ++reasons_[words];
        count.emptied += !outcome.lacked.empty() && outcome.verdict == Verdict::passed;
        bool failed = word == std::string("FAILED");
        if (!failed && !options_.verbose) return;
        std::cout << word << "  " << one.name << "  " << static_cast<int>(outcome.seconds * 1000) << " ms\n";
        if (failed && outcome.why.empty())
            std::cout << "    it passes: take it out of tests/known_failures.tsv\n";
        else if (!outcome.why.empty())
            std::cout << first_lines(outcome.why, options_.lines);
        std::cout << std::flush;
    }

    /// A case for other versions of the server.
    void add_unfit(const Case& one) { ++groups_[group(one)].unfit; }

    Count summary() const {
        Count all;
        for (const auto& [name, count] : groups_) {
            std::cout << name << ": " << count.passed << " of " << count.total() << " pass";
            if (count.failed) std::cout << ", " << count.failed << " fail";
            if (count.pinned) std::cout << ", " << count.pinned << " pinned";
            if (count.unloadable) std::cout << ", " << count.unloadable << " cannot be loaded by psql";
            if (count.refused) std::cout << ", " << count.refused << " refused for their rows";
            if (count.told) std::cout << ", " << count.told << " differ as said";
            if (count.lossy) std::cout << ", " << count.lossy << " lossy as said";
            if (count.emptied) std::cout << ", " << count.emptied << " once some tables were empty";
            if (count.unfit) std::cout << ", " << count.unfit << " for other versions of PostgreSQL";
            std::cout << "\n";
            all += count;
        }
        for (const auto& [reason, count] : reasons_) std::cout << "refused as rows lacked " << reason << ": " << count << "\n";
        return all;
    }

private:
    const Options& options_;
    std::map<std::string, std::string> known_;
    std::mutex mutex_;
    std::map<std::string, Count> groups_;
    std::map<std::string, int> reasons_;  ///< what rows lacked
};

void prove_all(Server& server, const std::vector<Case>& cases, const Options& options, Report& report) {
    std::atomic<std::size_t> next = 0;
    std::vector<std::thread> workers;
    for (unsigned i = 0; i < options.jobs; ++i)
        workers.emplace_back([&] {
            for (std::size_t at; (at = next++) < cases.size();) {
                const auto& one = cases[at];
                report.add(one, options.rows ? prove_with_rows(server, one, options.seed) : prove(server, one, options.update));
            }
        });
    for (auto& worker : workers) worker.join();
}

/// A dump of a cluster's roles makes the one that every cluster has, too.
void make_roles_of_dump(Server& server, const std::string& file) {
    std::ifstream dump(file);
    std::ofstream roles(server.folder() + "/roles.sql");
    for (std::string line; std::getline(dump, line);)
        if (line != "CREATE ROLE postgres;") roles << line << "\n";
    roles.close();
    if (auto output = server.psql("postgres", server.folder() + "/roles.sql"); output.exit != 0)
        throw Error(file + ": " + output.err);
}

/// Roles, the corpus's plumb.toml, and the desired state that wants nothing.
void furnish(Server& server, const std::string& corpus) {
    for (const auto& roles : {std::string(PLUMB_ROOT "/schemas/roles.sql"), corpus.empty() ? "" : corpus + "/ROLES.sql"})
        if (!roles.empty())
            if (auto output = server.psql("postgres", roles); output.exit != 0) throw Error(roles + ": " + output.err);
    if (!corpus.empty()) make_roles_of_dump(server, corpus + "/regression/pg_dump_objects_roles.sql");
    std::ofstream(server.folder() + "/corpus.toml") << "[manage]\ngrants = \"all\"\nowners = \"all\"\n";
    std::ofstream(server.folder() + "/nothing.sql") << "-- nothing is wanted\n";
}

/// Walks from the chosen cases that leave a database as it is, each loaded but once.
std::vector<Case> walks(Server& server, const std::vector<Case>& cases, const Options& options) {
    std::vector<Case> out;
    for (const auto& one : cases) {
        if (!one.name.ends_with("/keep")) continue;
        auto database = server.create("template0", one.user);
        for (const auto& file : one.from)
            if (auto output = server.psql(database, file, one.user); output.exit != 0) throw Error(file + ": " + output.err);
        for (int i = 0; i < options.walks; ++i) {
            out.push_back(one);
            out.back().seed = options.seed + i;
            out.back().name += "/walk " + std::to_string(options.seed + i);
            out.back().from.clear();
            out.back().like = database;
            out.back().options.push_back("--no-archive");
        }
    }
    std::cout << "walks with --seed " << options.seed << "\n";
    return out;
}

/// What fails without rows is left out; a case with rows has a name of its own, by which its failure may be known.
void name_after_rows(std::vector<Case>& cases, const std::map<std::string, std::string>& known, const Options& options) {
    std::erase_if(cases, [&](const Case& one) { return known.contains(one.name); });
    for (auto& one : cases) one.name += " with rows";
    std::cout << "rows with --seed " << options.seed << "\n";
}

/// Plumb looks for servers along PATH first.
void choose_scratch(const Options& options) {
    std::string folder = options.scratch.empty() ? options.server : options.scratch;
    const char* path = std::getenv("PATH");
    if (!folder.empty())
        setenv("PATH", (std::filesystem::absolute(folder) / "bin:").string().append(path ? path : "/usr/bin:/bin").c_str(), 1);
}

int prove_as_asked(const Options& options) {
    const char* variable = std::getenv("PLUMB_CORPUS");
    std::string corpus = variable ? variable : "";
    if (corpus.empty() && !options.list) std::cout << "PLUMB_CORPUS is not set: the cases of the corpus are not proven\n";
    auto all = find_cases(PLUMB_ROOT, corpus);
    auto cases = choose(all, options);
    if (options.list) {
        for (const auto& one : cases) std::cout << one.name << "\n";
        return 0;
    }
    if (cases.empty()) throw Error("no case of that name", {}, "plumb_prove --list prints the names", Exit::usage);
    Server server(options.server);
    choose_scratch(options);
    furnish(server, corpus);
    auto known = known_failures(PLUMB_ROOT "/tests/known_failures.tsv");
    Report report(options, known);
    std::erase_if(all, [&](const Case& one) { return known.contains(one.name); });
    std::erase_if(cases, [&](Case& one) {
        if (!options.scratch.empty()) one.golden.clear();  // it prints what is desired in words of its own
        bool fits = one.first <= server.version() / 10000 && server.version() / 10000 <= one.last;
        if (!fits) report.add_unfit(one);
        return !fits;
    });
    for (auto& one : cases)
        if (one.name == everything_name) one = everything(all, server.folder(), server.version() / 10000);
    if (options.walks > 0) cases = walks(server, cases, options);
    if (options.rows) name_after_rows(cases, known, options);
    auto alone = std::ranges::stable_partition(cases, [](const Case& one) { return !one.cluster; });
    std::vector<Case> clusters(alone.begin(), alone.end());
    cases.erase(alone.begin(), alone.end());
    prove_all(server, cases, options, report);
    for (const auto& one : clusters) report.add(one, prove_cluster(options.server, one, options.update));
    auto count = report.summary();
    std::cout << count.passed << " passed, " << count.failed << " failed, " << count.skipped() << " skipped\n";
    return count.failed == 0 ? 0 : 1;
}

}  // namespace

}  // namespace plumb::tests

int main(int count, char** words) {
    try {
        return plumb::tests::prove_as_asked(plumb::tests::parse(count, words));
    } catch (const plumb::Error& error) {
        (error.exit == plumb::Exit::done ? std::cout : std::cerr)
            << (error.exit == plumb::Exit::done ? error.what() : plumb::describe(error));
        return static_cast<int>(error.exit);
    }
}
