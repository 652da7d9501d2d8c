// From settings to a plan that was rehearsed: the road that diff, apply and drift share.
#pragma once

#include <vector>

#include "engine/model/plan.hpp"
#include "engine/run/progress.hpp"
#include "engine/run/settings.hpp"

namespace plumb::run {

/// The plan from the live state (or --from) to the desired one, its inverse and its proof.
Plan make_plan(const Settings& settings, Progress& progress);

/// What the live database has that the files lack (+), what it lacks (-), what differs (~).
std::vector<Difference> find_drift(const Settings& settings, Progress& progress);

}  // namespace plumb::run
