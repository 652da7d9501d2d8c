// Columns whose type changes by way of a new one, so that nobody waits while rows are written.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "engine/model/catalog.hpp"

namespace plumb::diff {

/// A column that a new one takes the place of, because its `backfill` says what its values become.
struct Exchange {
    Object old_column, new_column;  ///< as they are before and after
    Object successor;               ///< the new one under the name that it has until it takes over
    Object predecessor;             ///< the old one, likewise, on the way back
    std::vector<Object> needs;      ///< of either, such as their types
    std::string relation;           ///< that they belong to
    bool lossy = false;             ///< the old values do not follow from the new ones
};

/// Those on the way from one catalog to the other. Throws Error, with its place, where something stands in the way.
std::vector<Exchange> exchanges(const Catalog& from, const Catalog& to);

/// The catalog with another column; `strict`: with what must wait until it is filled.
Catalog with(const Catalog& catalog, const Exchange& exchange, const Object& column, bool strict);
/// The catalog without some of its objects.
Catalog reduced(const Catalog& catalog, const std::set<Index>& gone);
/// The catalog without what needs the old columns.
Catalog without_dependents(const Catalog& catalog, const std::vector<Exchange>& exchanges);
/// The catalog without an old column.
Catalog without(const Catalog& catalog, const Exchange& exchange);
/// The catalog once the successor has the old column's name.
Catalog exchanged(const Catalog& catalog, const Exchange& exchange);
/// The catalog when the predecessor has just got it.
Catalog returned(const Catalog& catalog, const Exchange& exchange);

}  // namespace plumb::diff
