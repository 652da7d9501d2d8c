// What an expression in a directive reads.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace plumb::introspect {

/// The names of the columns in an expression, as it writes them: {"a"}, {"t", "a"}. nullopt where more than one row tells its value, as
/// in a subquery, and where it is no expression.
std::optional<std::set<std::vector<std::string>>> columns_read(const std::string& expression);

/// Whether an expression says no more than that a column, by its unquoted name, is cast to a type in PostgreSQL's words.
bool is_cast(const std::string& expression, const std::string& column, const std::string& type);

}  // namespace plumb::introspect
