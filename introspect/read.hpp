// Reads the catalog of a live or scratch database.
#pragma once

#include "engine/model/catalog.hpp"
#include "engine/model/connection.hpp"

namespace plumb::introspect {

/// One repeatable-read read-only snapshot of everything that the kinds know; tried again when the catalog changed meanwhile.
/// Leaves the session's settings as they were.
Catalog read(Connection& connection);

}  // namespace plumb::introspect
