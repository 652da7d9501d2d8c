// Patterns: how a kind's constants become SQL. Values are finished SQL fragments, so nothing is quoted here.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/catalog.hpp"

namespace plumb {

/// Names in a pattern that stand for something else than the object's own values.
using Words = std::map<std::string_view, Value>;

/// The pattern with the values of an object filled in; `parts` are the texts of the parts that are made inside it.
std::string render(std::string_view pattern, const Object& object, const std::vector<std::string>& parts = {}, const Words& words = {});

/// Whether the pattern names a column, also through {=}; no pattern names any.
bool names(const char* pattern, const Kind& kind, std::string_view column);

/// All columns that a pattern names; for the laws of kinds.
std::vector<std::string> columns_named(std::string_view pattern);

/// The name or text that PostgreSQL's quote_ident or quote_literal made this of.
std::string unquoted(std::string_view quoted);

}  // namespace plumb
