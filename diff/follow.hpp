// What keeps new columns right while an application that does not know them goes on.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/model/catalog.hpp"
#include "engine/model/plan.hpp"

namespace plumb::diff {

constexpr std::string_view sync_prefix = "plumb_sync_";

/// Both empty where nothing has to follow.
struct Following {
    std::vector<Step> begin = {}, end = {};
    std::vector<Index> parts = {};  ///< what follows
};

/// Makes those of the parts follow whose fills tell how, by functions in a schema of that name.
Following following(const Catalog& catalog, const std::vector<Index>& parts, const std::string& schema);

/// Whether a deployment lets the part follow that is under way or was given up: its values are not the application's yet.
bool is_followed(const Catalog& live, Index part);

/// Drops what a deployment that was given up has left.
std::vector<Step> left_following(const Catalog& live);

}  // namespace plumb::diff
