// Which of the renames that desired files ask for are still to be made.
#pragma once

#include <string>
#include <vector>

#include "engine/model/catalog.hpp"
#include "engine/run/bind.hpp"

namespace plumb::run {

/// An object, or a member of one, that is to have another name.
struct Rename {
    Index old_object = none;      ///< in live
    Index new_object = none;      ///< in the desired state
    std::string old_member = {};  ///< unquoted; empty: the object itself is renamed
    std::string new_member = {};
    Place place;  ///< of the directive
};

/// Those that are not made yet, wholes before their parts. Throws Error with its place for one whose old name and new name are
/// both there, or neither.
std::vector<Rename> due(const Catalog& live, const Catalog& desired, const std::vector<Renaming>& asked);

/// The sets in the names that live has before the renames.
std::vector<RowSet> before_renames(const std::vector<RowSet>& sets, const std::vector<Rename>& renames, const Catalog& live,
                                   const Catalog& desired);

/// Whether the object is a schema: it is in itself.
bool is_schema(const Object& object);

}  // namespace plumb::run
