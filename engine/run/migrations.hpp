// Files of migration tools: what their folders and the database hold already, and the new ones.
#pragma once

#include "engine/model/plan.hpp"
#include "engine/run/progress.hpp"
#include "engine/run/settings.hpp"

namespace plumb::run {

/// Writes the plan for every tool that a --format names, and says which files it wrote: none over another, and none twice for a plan.
void write_migrations(const Plan& plan, const Settings& settings, Progress& progress);

}  // namespace plumb::run
