// What an earlier run left half-way.
#pragma once

#include <optional>

#include "engine/run/journal.hpp"
#include "engine/run/progress.hpp"

namespace plumb::run {

/// The newest deployment, when it was killed, failed half-way or is paused. Where it was killed between a commit and the reading of
/// what came of it, the rest of its steps is tried on the scratch: when they lead from the database to where it goes, nobody else
/// changed anything, and the journal then says where it is.
std::optional<Deployment> unfinished(Journal& journal, const Settings& settings, Progress& progress);

/// What undoes the part that is done of a deployment that failed or was killed: from there to the state that it began with, rehearsed
/// on the scratch. Throws Error, with what to do, where that part has touched rows that were there.
Plan way_out(const Deployment& left, const Settings& settings, Progress& progress);

}  // namespace plumb::run
