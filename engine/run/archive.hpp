// The archive: what deployments set aside instead of dropping it.
#pragma once

#include "engine/run/journal.hpp"
#include "engine/run/settings.hpp"

namespace plumb::run {

/// Throws Error where the archive of a deployment, which its way back needs, was purged.
void check_archive(const Deployment& deployment, const Settings& settings);

}  // namespace plumb::run
