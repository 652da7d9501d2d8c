// Subscriptions that never connect.
#pragma once

#include <string>
#include <vector>

namespace plumb::introspect {

/// CREATE or ALTER SUBSCRIPTION with options that keep it from its publisher: it makes no slot, starts nothing and asks for
/// nothing. Positions of what stands before the options stay.
std::string detached(const std::string& sql);

/// Whether the statement starts or stops replication instead of declaring something.
bool operates(const std::string& sql);

/// The string constants of a statement, as they are written.
std::vector<std::string> string_constants(const std::string& sql);

}  // namespace plumb::introspect
