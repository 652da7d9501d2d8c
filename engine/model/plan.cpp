// How steps are cut into transactions, and the names of their enums.
#include "engine/model/plan.hpp"

#include <array>
#include <utility>

namespace plumb {

namespace {

// One transaction holds a lock on each relation it makes or drops until it ends, and the shared lock table has room for
// 6,400 of all sessions by default (max_locks_per_transaction 64 x max_connections 100).
constexpr std::size_t most_objects_per_transaction = 3000;

// Steps qualify every name; what the bodies of the user's functions leave out is looked for where everyone puts it.
constexpr std::string_view search_path = "SET search_path = public";

constexpr std::array<std::string_view, 5> settings{
    "SET client_encoding = 'UTF8'",
    search_path,
    // Bodies were validated when the desired files were loaded; here they may name what a later step makes.
    "SET check_function_bodies = off",
    // A policy that hides rows from the deployer must fail loudly, not make a step touch fewer rows.
    "SET row_security = off",
    "SET client_min_messages = warning",
};

// "type: integer -> bigint" or "renamed from a" read from the other side; left as it is where the arrow is not unique.
std::string inverted(const std::string& change) {
    for (auto [here, there] : {std::pair{"renamed from ", "renamed to "}, std::pair{"renamed to ", "renamed from "}})
        if (change.starts_with(here)) return there + change.substr(std::string_view(here).size());
    constexpr std::string_view arrow = " -> ";
    auto at = change.find(arrow), colon = change.find(": ");
    if (at == std::string::npos || change.rfind(arrow) != at || colon == std::string::npos || colon > at) return change;
    return change.substr(0, colon + 2) + change.substr(at + arrow.size()) + std::string(arrow) +
           change.substr(colon + 2, at - colon - 2);
}

}  // namespace

Plan inverted(const Plan& plan) {
    Plan out = plan;
    std::swap(out.from, out.to);
    std::swap(out.from_version, out.to_version);
    std::swap(out.rows_from, out.rows_to);
    std::swap(out.steps, out.inverse);
    for (auto& difference : out.differences) {
        if (difference.sign == '+' || difference.sign == '-') difference.sign = difference.sign == '+' ? '-' : '+';
        for (auto& change : difference.changes) change = inverted(change);
    }
    return out;
}

std::vector<Batch> batches(std::span<const Step> steps) {
    std::vector<Batch> out;
    std::size_t begin = 0, objects = 0;
    auto close = [&](std::size_t end) {
        if (end > begin) out.push_back({steps.subspan(begin, end - begin), true});
        begin = end;
        objects = 0;
    };
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const Step& step = steps[i];
        std::size_t weight = 1 + step.parts.size();
        bool alone = !step.transactional || step.ranges;
        if (alone || objects + weight > most_objects_per_transaction) close(i);
        if (alone) {
            out.push_back({steps.subspan(i, 1), step.transactional});
            begin = i + 1;
            continue;
        }
        objects += weight;
        if (step.commits_after) close(i + 1);
    }
    close(steps.size());
    return out;
}

std::span<const std::string_view> session_settings() { return settings; }

std::string_view search_path_setting() { return search_path; }

std::string_view name(Phase phase) {
    constexpr std::array<std::string_view, 3> names{"expand", "migrate", "contract"};
    return names[static_cast<std::size_t>(phase)];
}

std::string_view name(Grade grade) {
    constexpr std::array<std::string_view, 3> names{"exact", "exact with archive", "lossy"};
    return names[static_cast<std::size_t>(grade)];
}

std::string_view name(Verb verb) {
    constexpr std::array<std::string_view, 3> names{"create", "alter", "drop"};
    return names[static_cast<std::size_t>(verb)];
}

std::string_view name(Proven proven) {
    constexpr std::array<std::string_view, 3> names{"no", "forward", "both"};
    return names[static_cast<std::size_t>(proven)];
}

}  // namespace plumb
