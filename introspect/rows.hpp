// Reference rows: what INSERT statements of desired files declare, and the same rows of another database.
#pragma once

#include <chrono>
#include <vector>

#include "engine/model/catalog.hpp"
#include "engine/model/connection.hpp"
#include "engine/model/source.hpp"
#include "introspect/scratch.hpp"

namespace plumb::introspect {

/// The catalog of a database into which files were just loaded, with the rows that they declare and the sets that say which these
/// are. Throws Error with its place for an INSERT whose rows cannot be told from others.
Catalog with_declared_rows(Connection& connection, Catalog catalog, const Source& source, const std::vector<Inserted>& inserted);

/// The catalog of a database with those of its rows that the sets are about, as far as it has the tables and their keys. It keeps
/// the sets but those of tables whose rows the role may not read.
Catalog with_rows(Connection& connection, Catalog catalog, const std::vector<RowSet>& sets,
                  std::chrono::milliseconds lock_timeout = std::chrono::seconds(5));

/// Throws Error for a set whose table has rows but lacks a column of the key, so that none of them can be told apart.
void check_keys(Connection& connection, const Catalog& catalog, const std::vector<RowSet>& sets);

}  // namespace plumb::introspect
