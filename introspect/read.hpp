// Reads the catalog of a live or scratch database.
#pragma once

#include <chrono>
#include <string>

#include "engine/model/catalog.hpp"
#include "engine/model/connection.hpp"

namespace plumb::introspect {

/// One repeatable-read read-only snapshot of everything that the kinds in reach know; tried again when the catalog changed meanwhile.
/// Leaves the session's settings as they were. Throws Error, exit 6, naming who holds the lock that it waited for in vain.
/// `conninfo`: what leads to another session like this one, which reads a part of the same snapshot meanwhile where the server allows it;
/// nullptr: none does.
Catalog read(Connection& connection, std::chrono::milliseconds lock_timeout = std::chrono::seconds(5), Managed managed = {},
             const std::string* conninfo = nullptr);

/// What begins the transaction of a reader: one snapshot, and values printed the same way for everyone.
const char* begin_reading();

}  // namespace plumb::introspect
