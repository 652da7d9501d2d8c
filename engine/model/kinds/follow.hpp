// What columns are filled with, and what keeps them right while an application goes on that does not know them.
#pragma once

#include <string>
#include <vector>

#include "engine/model/catalog.hpp"

namespace plumb::kind {

/// Statements that make a function and then two triggers whose names begin so, which give the part its fill where an INSERT leaves it out
/// and where an UPDATE changes one of its sources, but not the part itself. None where that cannot be.
std::vector<std::string> follow(const Object& part, const std::vector<const Object*>& sources, const std::string& function,
                                const std::string& trigger);
/// The drops of the triggers, and then of the function.
std::vector<std::string> unfollow(const Object& part, const std::string& function, const std::string& trigger);

/// What a value becomes when the type of its column changes, as an expression over the column.
std::string converted(const Change& change);

}  // namespace plumb::kind
