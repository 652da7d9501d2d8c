// Which server elaborates and rehearses.
#pragma once

#include <memory>

#include "engine/run/progress.hpp"
#include "engine/run/settings.hpp"
#include "introspect/scratch.hpp"

namespace plumb::run {

/// Starts the first of the servers that the settings name which is of the target's major version and has all extensions of the
/// target and of the files; where none will do, the first that starts. `key` as in Scratch; `source` nullptr: there are no files.
std::unique_ptr<introspect::Scratch> chosen_scratch(const Settings& settings, const introspect::Surroundings& around,
                                                    const std::string& key, const Source* source, Progress& progress);

}  // namespace plumb::run
