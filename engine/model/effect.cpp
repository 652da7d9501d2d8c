// Names of locks and hazards, and what to do about the latter.
#include "engine/model/effect.hpp"

#include <array>

namespace plumb {

namespace {

struct Named {
    std::string_view name;
    std::string_view advice;
};

constexpr std::array all_locks{
    Lock::none,  Lock::access_share,        Lock::row_share, Lock::row_exclusive,    Lock::share_update_exclusive,
    Lock::share, Lock::share_row_exclusive, Lock::exclusive, Lock::access_exclusive,
};

constexpr std::array<std::string_view, all_locks.size()> lock_names{
    "none",  "ACCESS SHARE",        "ROW SHARE", "ROW EXCLUSIVE",    "SHARE UPDATE EXCLUSIVE",
    "SHARE", "SHARE ROW EXCLUSIVE", "EXCLUSIVE", "ACCESS EXCLUSIVE",
};

constexpr std::array all_hazards{
    Hazard::loses_data,     Hazard::irreversible,   Hazard::rewrites_table,       Hazard::scans_table,
    Hazard::blocks_reads,   Hazard::blocks_writes,  Hazard::breaks_queries,       Hazard::breaks_replication,
    Hazard::fires_triggers, Hazard::changes_access, Hazard::untracked_dependency,
};

constexpr std::array<Named, all_hazards.size()> hazard_names{{
    {"loses_data", "Rows or values go for good: see that nobody needs them."},
    {"irreversible", "No statement undoes it: take a backup first."},
    {"rewrites_table", "Choose a quiet hour; the disk needs room for a second copy."},
    {"scans_table", "All of it is read under the lock: choose a quiet hour."},
    {"blocks_reads", "Queries wait meanwhile: choose a quiet hour, or set --lock-timeout."},
    {"blocks_writes", "Writes wait meanwhile: choose a quiet hour, or set --lock-timeout."},
    {"breaks_queries", "First deploy the application that no longer names the old shape."},
    {"breaks_replication", "Subscribers stop unless they change alike: change them first."},
    {"fires_triggers", "Your triggers run for the rows that are touched: see that they may."},
    {"changes_access", "Somebody may do more, or less, than before: read grants and policies."},
    {"untracked_dependency", "Something that Plumb does not manage uses it: look at it first."},
}};

}  // namespace

std::string_view name(Lock lock) { return lock_names[static_cast<std::size_t>(lock)]; }
std::string_view name(Hazard hazard) { return hazard_names[static_cast<std::size_t>(hazard)].name; }
std::string_view advice(Hazard hazard) { return hazard_names[static_cast<std::size_t>(hazard)].advice; }
std::span<const Lock> locks() { return all_locks; }
std::span<const Hazard> hazards() { return all_hazards; }

std::optional<Hazard> hazard(std::string_view wanted) {
    for (auto candidate : all_hazards)
        if (name(candidate) == wanted) return candidate;
    return std::nullopt;
}

}  // namespace plumb
