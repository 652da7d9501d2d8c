// Results that follow from their key alone, kept in $XDG_CACHE_HOME/plumb/results: plans with their proofs, catalogs of desired files.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/catalog.hpp"

namespace plumb::run {

/// A name for what was computed from these texts by this very program: their SHA-256, since a stranger who writes some of them must not
/// find others of the same name.
std::string cache_key(const std::vector<std::string>& texts);

/// What loading desired files led to.
struct Elaboration {
    Catalog catalog = {};
    std::vector<std::string> warnings = {};
};

/// The SHA-256 of all that was read of a catalog; for keys.
std::string digest(const Catalog& catalog);
/// As bytes; and back again, nothing where the bytes are not of this program's making.
std::string written(const Elaboration& elaboration);
std::optional<Elaboration> elaboration_of(std::string_view bytes);

/// What was kept under a key; none when nothing is there or it cannot be read.
std::optional<std::string> kept(const std::string& key);
/// Keeps it; a cache that cannot be written is no fault. The entries that nobody has read for longest go when there is too much of them.
void keep(const std::string& key, const std::string& bytes);

}  // namespace plumb::run
