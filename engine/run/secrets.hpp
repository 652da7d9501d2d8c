// Secrets: a plan holds stand-ins for them, and what they stand for is looked up in the files when the plan is carried out.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/model/plan.hpp"
#include "engine/run/settings.hpp"

namespace plumb::run {

class Secrets {
public:
    /// Finds what the stand-ins in the steps stand for: in the environment, under their names, or in the files. Throws Error
    /// where neither holds it, before anything is done.
    Secrets(const std::vector<Step>& steps, const Settings& settings);

    /// The statement as it is to be run; not to be shown to anybody.
    std::string revealed(const std::string& sql) const;
    /// A message that repeats none of them.
    Error without(const Error& error) const;

private:
    std::map<std::string, std::string> known_;  ///< by stand-in
};

}  // namespace plumb::run
