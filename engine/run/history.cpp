// plumb history.
#include "engine/run/commands.hpp"
#include "engine/run/journal.hpp"
#include "engine/run/output.hpp"

namespace plumb::run {

Exit history(const Settings& settings) {
    auto told = records(settings);
    if (wants_output(settings)) print(told, settings);
    return Exit::done;
}

}  // namespace plumb::run
