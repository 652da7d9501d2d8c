// What a person must allow before a plan is run.
#pragma once

#include <span>

#include "engine/model/plan.hpp"
#include "engine/run/settings.hpp"

namespace plumb::run {

/// Throws Error (exit 3) for steps with hazards that are not allowed, with what they would lose of the rows that are there.
void check_hazards(std::span<const Step> steps, const Settings& settings);

}  // namespace plumb::run
