// Schemas of any size that look like an application's.
#pragma once

#include <string>

namespace plumb::benchmarks {

/// SQL of `tables` tables in one schema per hundred, each with an identity, defaults, a check, a foreign key, an index, a comment
/// and a grant; every tenth with a view, a function and a trigger.
std::string generated(int tables);

}  // namespace plumb::benchmarks
