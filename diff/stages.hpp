// The states between two catalogs where rows are moved: what is new first, then the rows, then what holds only once they are there.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/model/catalog.hpp"

namespace plumb::diff {

/// What rows that are there get, by object of the catalog that a plan leads to: an expression for a part, a query for a whole.
using Fills = std::map<Index, std::string>;

/// Those that objects of `to` ask for and that are still to be done on the way from `from`.
Fills fills(const Catalog& from, const Catalog& to);

/// The states on the way from one catalog to another; the ends are not among them.
struct Stages {
    Catalog early;   ///< all that is new and needs nothing that changes; what is to be filled may lack values: the old application goes on
    Catalog filled;  ///< with the defaults of what was filled ...
    Catalog strict;  ///< ... and with the values that wait until rows are filled; what goes is still there
};

/// Throws Error, with its place, for a fill that must wait for a change of something else.
Stages stages(const Catalog& from, const Catalog& to, const Fills& fills);

/// The rows of the first catalog that go from tables with fills, and those that refer to them: nobody has to give them a value.
std::set<Index> going_rows(const Catalog& from, const Catalog& to, const Fills& fills);

}  // namespace plumb::diff
