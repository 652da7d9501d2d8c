// Where a state comes from: what a DESIRED or SOURCE argument means.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/model/source.hpp"
#include "engine/run/state.hpp"
#include "introspect/scratch.hpp"
#include "introspect/snapshot.hpp"

namespace plumb::run {

/// A database or SQL: exactly one of the first two is there.
struct Origin {
    std::optional<std::string> database = {};  ///< connection string
    std::optional<Source> source = {};
    std::optional<introspect::Snapshot> snapshot = {};  ///< what its header says, where the SQL is a snapshot

    /// Whether it says all there is to say of a database; files leave open what they do not mention.
    bool whole() const { return database || snapshot; }
};

/// Reads files, but asks no server. Throws Error.
Origin origin(const std::vector<std::string>& words, bool trust, Managed managed = {});
/// Leaves the files to be parsed (introspect/files.hpp).
Origin unparsed_origin(const std::vector<std::string>& words, bool trust);

/// What the origin knows of its server; files know none.
std::optional<introspect::Surroundings> surroundings_of(const Origin& origin);

/// What the scratch has to take over: from the first that knows of a server, and roles and the like from both.
introspect::Surroundings together(std::optional<introspect::Surroundings> from,
                                  const std::optional<introspect::Surroundings>& desired);

/// Gives the state that a snapshot was elaborated to the fingerprint of its database, for plans to start from, unless its SQL was
/// edited or no more than a part is in scope.
void adopt_fingerprint(State& state, const Origin& origin, const Scope& scope);

}  // namespace plumb::run
