// Tables that publish their changes, and what tells their rows apart.
#pragma once

#include "engine/model/catalog.hpp"
#include "engine/model/plan.hpp"

namespace plumb::run {

/// PostgreSQL refuses to change rows that it publishes and subscribers cannot find (manual, 31.1): marks the steps, both ways, that take
/// from a table what tells its rows apart, or that publish one without it, and says in the warnings of the plan what will fail.
Plan told_of_refusals(Plan plan, const Catalog& from, const Catalog& to);

}  // namespace plumb::run
