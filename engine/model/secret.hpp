// Keeps passwords out of what is printed.
#pragma once

#include <string>

namespace plumb {

/// A message of libpq's about a connection string, without the password in it: libpq repeats parts of a string that it cannot
/// parse, and what it takes for the host or the port may be a piece of a password that should have been percent-encoded.
std::string scrubbed(const std::string& message, const std::string& conninfo);

}  // namespace plumb
