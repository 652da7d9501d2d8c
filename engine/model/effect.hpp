// What a statement does to those who use the database while it runs.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace plumb {

/// Table-level lock modes (manual, 13.3.1), weakest first.
enum class Lock {
    none,
    access_share,
    row_share,
    row_exclusive,
    share_update_exclusive,
    share,
    share_row_exclusive,
    exclusive,
    access_exclusive,
};

/// A reason to ask a person first.
enum class Hazard {
    loses_data,
    irreversible,
    rewrites_table,
    scans_table,
    blocks_reads,
    blocks_writes,
    breaks_queries,
    breaks_replication,
    fires_triggers,
    changes_access,
    untracked_dependency,
};

/// Of one statement, on the relation that its object is or belongs to.
struct Effect {
    Lock lock = Lock::access_exclusive;
    bool rewrites = false;      ///< writes the whole table and its indexes anew
    bool scans = false;         ///< reads the whole table under the lock
    std::vector<Hazard> hazards = {};
    bool lossy = false;         ///< what it changes in rows cannot be had back
    bool commits_after = false; ///< its result cannot be used before a commit (ALTER TYPE ... ADD VALUE)
};

std::string_view name(Lock lock);      ///< "ACCESS EXCLUSIVE", as LOCK TABLE takes it
std::string_view name(Hazard hazard);  ///< "loses_data", as --allow takes it
std::string_view advice(Hazard hazard);  ///< what to do about it, one sentence
std::span<const Lock> locks();           ///< all of them, weakest first
std::span<const Hazard> hazards();       ///< all of them, gravest first
/// The hazard of that name, as --allow and plumb.toml give it.
std::optional<Hazard> hazard(std::string_view name);

}  // namespace plumb
