// Patterns: how a kind's constants become SQL. Values are finished SQL fragments, so nothing is quoted here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/model/catalog.hpp"

namespace plumb {

/// The pattern with the values of an object filled in; `parts` are the texts of the parts that are made inside it.
std::string render(std::string_view pattern, const Object& object, const std::vector<std::string>& parts = {});

/// Whether the pattern names a column, also through {=}; no pattern names any.
bool names(const char* pattern, const Kind& kind, std::string_view column);

/// All columns that a pattern names; for the laws of kinds.
std::vector<std::string> columns_named(std::string_view pattern);

}  // namespace plumb
