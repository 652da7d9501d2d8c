// What the user can ask for. Each returns how the program ends, or throws Error.
#pragma once

#include "engine/run/settings.hpp"

namespace plumb::run {

Exit diff(const Settings& settings);
Exit apply(const Settings& settings);
Exit rollback(const Settings& settings);
Exit drift(const Settings& settings);
Exit export_files(const Settings& settings);
Exit snapshot(const Settings& settings);
Exit history(const Settings& settings);
Exit doctor(const Settings& settings);
Exit archive(const Settings& settings);

}  // namespace plumb::run
