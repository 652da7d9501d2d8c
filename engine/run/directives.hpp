// What the directives in desired files ask of the objects that they are about.
#pragma once

#include <vector>

#include "engine/run/bind.hpp"
#include "engine/run/directory.hpp"

namespace plumb::run {

/// Does what the directives ask of the catalog, and adds to the binding, which has its bonds, what others have to see to. `paths`: the search_path in force
/// at each statement. Throws Error (exit 4) for a directive about nothing that is there.
void heed_directives(const Source& source, const std::vector<Path>& paths, const Directory& directory, Catalog& catalog, Binding& binding);

}  // namespace plumb::run
