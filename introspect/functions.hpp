// The check of function bodies, when everything they name is there.
#pragma once

#include <functional>
#include <string>

#include "engine/model/source.hpp"
#include "introspect/pipeline.hpp"
#include "introspect/session.hpp"

namespace plumb::introspect {

/// Has the bodies of all functions that the statements made checked, each with the settings of its statement. Throws Error with
/// the place of the first that is wrong; only warns where the file itself has switched the check off, as pg_dump does, and returns
/// the statements of those.
std::vector<std::size_t> check_functions(Connection& loader, Session& session, const Source& source,
                     const std::function<void(const std::string&)>& warn);

}  // namespace plumb::introspect
