// What keeps columns right while an application goes on that does not know them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/model/catalog.hpp"
#include "engine/model/plan.hpp"

namespace plumb::diff {

constexpr std::string_view sync_prefix = "plumb_sync_";

/// All empty where nothing has to follow.
struct Following {
    std::vector<Step> begin = {};  ///< before new parts are filled
    std::vector<Step> back = {};   ///< afterwards, as a fill changes what those follow that are going
    std::vector<Step> end = {};
    std::vector<Index> parts = {};  ///< what follows
};

/// Makes those of the parts follow whose fills tell how, and those that are going which the files tell how to come back, by functions in a schema
/// of that name. `live` has nothing of the new shape.
Following following(const Catalog& catalog, const std::vector<Index>& parts, const std::vector<Index>& going, const Catalog& live, const std::string& schema);

/// Lets new rows lack parts that go and must have a value, but for those that follow in the catalog between the two: an application that no longer
/// writes them may come before they go.
Following relaxing(const Catalog& from, const Catalog& to, const Catalog& between, const std::vector<Index>& followed);

/// Whether a deployment lets the part follow that is under way or was given up: its values are not the application's yet.
bool is_followed(const Catalog& live, Index part);

/// Drops what a deployment that was given up has left.
std::vector<Step> left_following(const Catalog& live);

}  // namespace plumb::diff
