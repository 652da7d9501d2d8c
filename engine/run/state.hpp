// What a DESIRED or SOURCE argument stands for, as a catalog.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/model/catalog.hpp"
#include "engine/model/connection.hpp"
#include "engine/model/source.hpp"
#include "engine/run/progress.hpp"
#include "engine/run/settings.hpp"
#include "introspect/scratch.hpp"

namespace plumb::run {

/// What of a database is ours to change: by the settings, and by what the desired files declare.
struct Reach {
    Scope scope = {};
    Manage grants = Manage::declared;
    Manage owners = Manage::declared;
    Manage roles = Manage::none;
    std::optional<Source> source = {};  ///< the desired files; none when the desired state is a database
};

/// One side of a comparison.
struct State {
    Catalog catalog = {};             ///< what is out of reach is marked as not managed
    std::vector<bool> readable = {};  ///< managed before the reach was applied: what a rebuild has to make
    std::string fingerprint = {};     ///< of what the scope covers, whatever the files declare
    std::string database = {};        ///< on the scratch, when it was elaborated there; else empty
    std::optional<Catalog> made = {}; ///< what that database holds, where the catalog has rows of the other side besides
};

/// A catalog as it was read, seen within the reach. Throws Error for user objects that no kind reads and nobody ignores.
State state(Catalog as_read, const Reach& reach, const std::vector<std::string>& ignore);

/// Applies a scope that has become narrower.
void rescope(State& state, const Scope& scope);

/// Reads a live database.
Catalog live_catalog(const std::string& conninfo, Duration lock_timeout, Managed managed = {});

/// Connects to a live database; the error says what to look at. What its users have put into public is not on the search_path.
Connection connect(const std::string& conninfo);

/// The fingerprint of a live database within a scope, with these of its rows. Where others hold locks it is tried again for as long as the budget lasts.
std::string live_fingerprint(const Settings& settings, const Scope& scope, const std::vector<RowSet>& rows);

/// Whether an object is covered by a scope: schema is unquoted, identity as PostgreSQL quotes it.
bool covers(const Scope& scope, const std::string& schema, const std::string& identity);

}  // namespace plumb::run
