// Databases on the scratch that are made from a catalog, step by step.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/model/plan.hpp"
#include "engine/run/state.hpp"
#include "introspect/scratch.hpp"

namespace plumb::run {

/// Runs steps in the batches that apply runs. `of` says what they are steps of. Returns the error of the step that failed; throws
/// it where nothing works any more.
std::optional<Error> run_steps(introspect::Scratch& scratch, const std::string& database, const std::vector<Step>& steps,
                               const std::string& of);

/// The error of a step, with its statement.
Error step_failed(const Step& step, const Error& fault, const std::string& where);

/// A state as it was read, with what is not managed.
Catalog whole_of(const State& state);

/// The catalog of a database on the scratch, with these of its rows.
Catalog scratch_catalog(introspect::Scratch& scratch, const std::string& database, const std::vector<RowSet>& rows = {});

/// Makes a database like the state. Returns its name. Throws Error.
std::string rebuilt(introspect::Scratch& scratch, const State& state);

}  // namespace plumb::run
