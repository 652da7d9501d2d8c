// Results that follow from their key alone, kept in $XDG_CACHE_HOME/plumb/results: plans with their proofs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/model/catalog.hpp"

namespace plumb::run {

/// A name for what was computed from these texts by this very program.
std::string cache_key(const std::vector<std::string>& texts);

/// All that a catalog says, as bytes; for keys.
std::string written(const Catalog& catalog);

/// What was kept under a key; none when nothing is there or it cannot be read.
std::optional<std::string> kept(const std::string& key);
/// Keeps it; a cache that cannot be written is no fault. Entries that nobody read for 30 days go.
void keep(const std::string& key, const std::string& bytes);

}  // namespace plumb::run
