// What the user asked for on the command line.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/plan.hpp"

namespace plumb::run {

using Duration = std::chrono::milliseconds;

enum class Command { diff, apply, rollback, drift, export_files, snapshot, history, doctor, archive };
/// How much of a plan is rehearsed.
enum class Rehearsal { full, forward, none };
enum class Colour { automatic, always, never };

/// One --format F[=PATH].
struct Format {
    std::string name;
    std::string path;  ///< empty: stdout
};

/// What is absent was not said: the configuration, then the default decides.
struct Options {
    Command command = Command::diff;
    std::vector<std::string> desired = {};  ///< snapshot's: at most one source
    std::string output = {};                ///< export's and snapshot's: path of a folder or file
    std::string deployment = {};            ///< rollback's: the id in the journal; empty: the last one
    std::optional<std::string> db = {};     ///< connection string as libpq's
    std::optional<std::string> from = {};   ///< diff's: a source in place of the live database
    std::optional<std::string> environment = {};
    std::optional<std::string> config = {};   ///< path of plumb.toml
    std::optional<std::string> scratch = {};  ///< connection string
    std::optional<std::string> plan = {};     ///< apply's: path of a plan
    Scope scope = {};
    std::vector<std::string> ignore = {};  ///< globs of objects that no kind reads
    std::vector<Format> formats = {};
    std::vector<Hazard> allow = {};
    std::optional<std::string> journal = {};  ///< "target", "local" or "local=FILE"
    std::optional<Rehearsal> proof = {};
    std::optional<Duration> lock_timeout = {};
    std::optional<Duration> lock_budget = {};
    std::optional<Duration> statement_timeout = {};
    std::optional<Duration> scratch_timeout = {};
    std::optional<std::size_t> batch = {};
    std::optional<Duration> pause = {};
    std::optional<Duration> replica_lag = {};
    Colour colour = Colour::automatic;
    std::optional<Phase> phase = {};  ///< the one to go to the end of; none: all
    std::string action = {};          ///< archive's: list or purge
    std::optional<std::chrono::hours> older_than = {};  ///< archive purge's
    bool no_archive = false;
    bool inverse = false;
    bool yes = false;
    bool dry_run = false;
    bool trust_files = false;
    bool quiet = false;
    bool verbose = false;
};

/// What a command line comes to: options, or a text to print (--help, --version).
struct Parsed {
    Options options = {};
    std::optional<std::string> answer = {};
};

/// Throws Error (exit 4) for what is not understood or not supported.
Parsed parse(int argc, const char* const* argv);

/// "500ms", "5s", "2min", "1h", "0". Throws Error (exit 4).
Duration duration(const std::string& text);

/// Says whether it is the word for a home of the journal. Throws Error (exit 4).
std::string journal_home(const std::string& word);

/// How much of a plan is rehearsed, by its word.
const std::map<std::string, Rehearsal>& rehearsals();

/// The hazards of "loses_data,irreversible", all for "all". Throws Error (exit 4).
std::vector<Hazard> consent(const std::vector<std::string>& words);

/// Begins with postgres:// or postgresql://, or holds "=".
bool is_connection_string(const std::string& text);

}  // namespace plumb::run
