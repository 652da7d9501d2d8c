// Partitions that others make and drop: `-- plumb: partitions dynamic`.
#pragma once

#include "engine/model/catalog.hpp"
#include "engine/model/plan.hpp"
#include "engine/run/bind.hpp"

namespace plumb::run {

/// The tables that a directive is about, with the partitions that the files declare.
std::map<std::string, std::vector<std::string>> dynamic_tables(const Binding& binding, const Catalog& desired);

/// Marks the partitions that no file declares as not managed, and what is made on their parents as reaching them.
void leave_partitions(Catalog& catalog, const Scope& scope);

}  // namespace plumb::run
