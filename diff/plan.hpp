// From two catalogs to an ordered plan. Pure: no connection, same input, same bytes.
#pragma once

#include <string>
#include <vector>

#include "engine/model/catalog.hpp"
#include "engine/model/plan.hpp"

namespace plumb::diff {

/// What `to` has and `from` lacks, and the other way round.
std::vector<Difference> compare(const Catalog& from, const Catalog& to);

/// The ordered steps that lead from one catalog to the other. Throws Error when the difference cannot be made, with the reason.
std::vector<Step> plan(const Catalog& from, const Catalog& to);

}  // namespace plumb::diff
