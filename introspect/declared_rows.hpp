// What the INSERT statements of desired files declare.
#pragma once

#include <vector>

#include "engine/model/connection.hpp"
#include "engine/model/source.hpp"
#include "introspect/row_objects.hpp"
#include "introspect/scratch.hpp"

namespace plumb::introspect {

/// The rows of those tables, as the files have just made them, and the sets that say which these are. Throws Error, with its place, for one
/// that cannot be told from others, or that refers to another by a value left to chance.
std::vector<Row> declared_rows(Connection& connection, const Source& source, const std::vector<Inserted>& inserted,
                               const std::vector<RowTable>& tables, std::vector<RowSet>& sets);

}  // namespace plumb::introspect
