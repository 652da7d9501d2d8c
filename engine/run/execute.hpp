// Runs a plan on the target: batch by batch, each with its record, each tried again while it gets no lock.
#pragma once

#include "engine/run/journal.hpp"

namespace plumb::run {

/// What is run and where it is recorded.
struct Execution {
    long deployment;
    const Plan& plan;
    std::size_t done = 0;  ///< steps that an earlier run did
    std::size_t end = plan.steps.size();  ///< where to stop: behind the last step of a phase, or of all
    bool undoes = false;                  ///< it is a rollback
};

/// Throws Error: what failed, what is done, what is left. The journal says the same.
void execute(Target& target, Journal& journal, const Execution& execution, const Settings& settings, Progress& progress);

}  // namespace plumb::run
