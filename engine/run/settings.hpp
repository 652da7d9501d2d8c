// What holds for this run: the command line over the environment over plumb.toml over the defaults.
#pragma once

#include <string>
#include <vector>

#include "engine/run/config.hpp"
#include "engine/run/options.hpp"

namespace plumb::run {

struct Settings {
    Options options;
    std::string conninfo = {};  ///< of the live database; empty: PG* variables
    /// Servers for rehearsals, the first that will do: connection strings, empty for the embedded one.
    std::vector<std::string> scratches = {""};
    Scope scope = {};
    std::vector<std::string> ignore = {};
    std::vector<Hazard> allow = {};
    Manage grants = Manage::declared;
    Manage owners = Manage::declared;
    std::optional<std::string> journal = {};  ///< path of its file, empty: the usual one; none: it is kept in the target
    Manage roles = Manage::none;
    Migrations migrations = {};
    Rehearsal proof = Rehearsal::full;
    Duration lock_timeout = std::chrono::seconds(5);
    Duration lock_budget = std::chrono::minutes(5);
    Duration statement_timeout = Duration(0);
    Duration scratch_timeout = std::chrono::minutes(15);
    std::size_t batch = 20000;            ///< rows of a range at most
    Duration pause = Duration(0);         ///< between two ranges
    Duration replica_lag = Duration(0);   ///< beyond which a fill waits for the replicas; 0: it never does
};

/// Reads plumb.toml where there is one. Throws Error (exit 4).
Settings settle(Options options);

}  // namespace plumb::run
