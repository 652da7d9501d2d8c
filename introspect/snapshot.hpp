// Snapshots: a database as SQL, with a header that says what the SQL alone cannot.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/model/source.hpp"
#include "introspect/scratch.hpp"

namespace plumb::introspect {

/// What the header of a snapshot says.
struct Snapshot {
    Surroundings around = {};
    std::vector<std::pair<std::string, std::string>> extensions = {};  ///< name and version; for people
    std::string fingerprint = {};                                      ///< of the database that it was taken of
    std::string loaded = {};  ///< of what its SQL was elaborated to: equal as long as nobody edits it; empty: not tried
};

/// The comment lines that a snapshot begins with.
std::string header(const Snapshot& snapshot);

/// What the first file says when it is a snapshot. Throws Error for one of another format.
std::optional<Snapshot> snapshot(const Source& source);

}  // namespace plumb::introspect
