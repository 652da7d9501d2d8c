// What somebody may have meant by a word that is none.
#pragma once

#include <string>
#include <vector>

namespace plumb {

/// "did you mean lock_timeout?" for the nearest of the words that are known, where one is near enough to be meant; else
/// "known here: a, b, c".
std::string did_you_mean(const std::string& word, const std::vector<std::string>& known);

}  // namespace plumb
