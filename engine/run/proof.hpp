// The rehearsal: a plan and its inverse run on the scratch before anyone sees them.
#pragma once

#include "engine/model/plan.hpp"
#include "engine/run/renames.hpp"
#include "engine/run/state.hpp"

namespace plumb::run {

struct Sides {
    State live;
    State desired;
    std::optional<Renamed> renamed = {};  ///< where objects get other names first

    /// What is compared with the desired state: live, after its renames.
    State& base() { return renamed ? renamed->after : live; }
    const State& base() const { return renamed ? renamed->after : live; }
};

/// Runs the plan and its inverse and compares what they lead to, where it can on the database of the desired state, which is then
/// used up. A rehearsal that fails is no exception: the proof says why.
Proof prove(introspect::Scratch& scratch, const Sides& sides, const Plan& plan, const Reach& reach, const Settings& settings,
            Progress& progress);

}  // namespace plumb::run
