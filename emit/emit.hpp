// Plans as text that people and tools read. One file per format.
#pragma once

#include <string>

#include "engine/model/plan.hpp"

namespace plumb::emit {

/// What `plumb diff` answers in a terminal, one screen where the plan allows it; colour by ANSI codes.
std::string text(const Plan& plan, bool colour);
/// A script that plain psql runs: BEGIN/COMMIT where needed, comments with step id, phase, lock, hazard and inverse.
std::string sql(const Plan& plan);
/// The artefact: everything the plan holds.
std::string json(const Plan& plan);
/// Reads it back; throws Error (exit 4) when it is no plan of this version.
Plan from_json(const std::string& text);

}  // namespace plumb::emit
