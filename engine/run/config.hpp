// plumb.toml: environments and what holds for all of them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/run/options.hpp"

namespace plumb::run {

/// Of which objects grants, or owners, are compared.
enum class Manage { declared, all, none };

/// The files of migration tools.
struct Migrations {
    std::map<std::string, std::string> folders = {};  ///< by the names of the tools
    std::string table = {};                           ///< where the tool records what has run; empty: where it does by default
};

/// What a table of plumb.toml may say; an environment's word goes before the file's.
struct Section {
    std::optional<std::string> url = {};  ///< environments only
    Place place = {};                     ///< of an environment's name
    std::optional<std::string> scratch =
        {};  ///< a connection string, or "target": a throwaway database on the target's own server
    std::optional<Scope> scope = {};
    std::optional<std::vector<std::string>> ignore = {};
    std::optional<std::vector<Hazard>> allow = {};
    std::optional<Manage> grants = {};
    std::optional<Manage> owners = {};
    std::optional<Manage> roles = {};
    std::optional<bool> database = {};  ///< whether how the database is set is compared
    std::optional<Migrations> migrations = {};
    std::optional<std::string> journal = {};  ///< "target", "local" or "local=FILE"
    std::optional<Rehearsal> proof = {};
    std::optional<Duration> lock_timeout = {};
    std::optional<Duration> lock_budget = {};
    std::optional<Duration> statement_timeout = {};
    std::optional<Duration> scratch_timeout = {};
    std::optional<std::size_t> batch = {};
    std::optional<Duration> pause = {};
    std::optional<Duration> replica_lag = {};
};

struct Config {
    std::string file = {};
    Section common = {};
    std::map<std::string, Section> environments = {};
};

/// Throws Error (exit 4) with the place of what is not understood.
Config read_config(const std::string& path);

}  // namespace plumb::run
