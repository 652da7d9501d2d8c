// What desired files leave open stays as the live database has it.
#pragma once

#include "engine/run/bind.hpp"
#include "engine/run/state.hpp"

namespace plumb::run {

/// Gives the desired state live's rows of what the files do not declare: owners and grants that are not compared, objects that
/// are only expected to exist, values that no statement sets. Both sides learn of the dependencies that directives tell of.
/// Throws Error with its place for an expected object that live lacks.
void take_over(const Reach& reach, const Binding& binding, State& live, State& desired);

}  // namespace plumb::run
