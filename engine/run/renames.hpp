// Renames: what the files call by a new name keeps what it holds. They are steps of their own at the front of a plan, tried on
// the scratch, where PostgreSQL tells what everything else looks like after them.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "engine/model/plan.hpp"
#include "engine/run/bind.hpp"
#include "engine/run/state.hpp"

namespace plumb::run {

/// The first stage of a plan that has renames.
struct Renamed {
    State after;                     ///< live with its new names; what has not changed is in live's words
    std::vector<Step> steps = {};    ///< from live to that state
    std::vector<Step> inverse = {};  ///< from that state back to live
    std::vector<Difference> renames = {};
};

/// Makes the renames that are due on a copy of live; none where none is. The scratch is asked for only where there are some.
/// Throws Error with the place of the directive.
std::optional<Renamed> renamed(const std::function<introspect::Scratch&()>& scratch, const Binding& binding, const State& live,
                               const State& desired, const Reach& reach, const std::vector<std::string>& ignore);

/// The steps of one stage behind those of another.
std::vector<Step> joined(std::vector<Step> first, std::vector<Step> second);

/// The differences with the renames among them.
std::vector<Difference> with(std::vector<Difference> renames, std::vector<Difference> differences);

}  // namespace plumb::run
