// What --help says.
#pragma once

#include <string>

namespace plumb::run {

/// The page of a command; of the tool for an empty name.
std::string help(const std::string& command);

}  // namespace plumb::run
