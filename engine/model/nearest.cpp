// What somebody may have meant.
#include "engine/model/nearest.hpp"

#include <algorithm>

namespace plumb {

namespace {

/// How many letters are wrong, missing, too many or swapped with their neighbour.
std::size_t distance(const std::string& a, const std::string& b) {
    std::vector<std::vector<std::size_t>> to(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i)
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                to[i][j] = i + j;
                continue;
            }
            to[i][j] = std::min({to[i - 1][j] + 1, to[i][j - 1] + 1, to[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                to[i][j] = std::min(to[i][j], to[i - 2][j - 2] + 1);
        }
    return to[a.size()][b.size()];
}

}  // namespace

std::string did_you_mean(const std::string& word, const std::vector<std::string>& known) {
    constexpr std::size_t longest = 80;  // of what may be a slip
    auto far = [&](const std::string& one) { return distance(word.substr(0, longest), one); };
    auto nearest = std::ranges::min_element(known, {}, far);
    if (nearest != known.end() && far(*nearest) <= std::max<std::size_t>(1, nearest->size() / 3))
        return "did you mean " + *nearest + "?";
    std::string words;
    for (const auto& one : known) words += (words.empty() ? "known here: " : ", ") + one;
    return words;
}

}  // namespace plumb
