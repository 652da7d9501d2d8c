// The journal as it can be read without taking a turn.
#pragma once

#include <vector>

#include "engine/model/connection.hpp"
#include "engine/model/report.hpp"

namespace plumb::run {

/// All deployments, the newest first; none where there is no journal. Throws Error for who may not read it.
std::vector<Record> history(Connection& connection);

}  // namespace plumb::run
