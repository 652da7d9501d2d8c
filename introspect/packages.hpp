// Which of Debian's packages bring which extension.
#pragma once

#include <string>

namespace plumb::introspect {

/// The name of the package for servers of a major version; empty where it is not known.
std::string debian_package(const std::string& extension, int major);

}  // namespace plumb::introspect
