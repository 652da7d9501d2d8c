// Takes a plan to the target: shown, allowed, asked for, locked, checked, recorded, run.
#pragma once

#include <optional>

#include "engine/run/progress.hpp"
#include "engine/run/settings.hpp"

namespace plumb::run {

/// A plan with what the journal says of it.
struct Order {
    const char* kind;  ///< apply or rollback
    Plan plan;
    Proven needed = Proven::forward;
    std::optional<long> undoes = {};   ///< a rollback's deployment
    std::optional<long> resumes = {};  ///< the deployment that was paused between two phases ...
    std::size_t done = 0;              ///< ... and the steps that it has done
};

Exit deploy(const Order& order, const Settings& settings, Progress& progress);

}  // namespace plumb::run
