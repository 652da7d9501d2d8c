// What a person must allow before a plan is run.
#include "engine/run/consent.hpp"

#include <algorithm>
#include <map>

#include "emit/emit.hpp"
#include "engine/run/state.hpp"

namespace plumb::run {

namespace {

/// What the steps that lose data would lose, by step: nothing where there is nothing to lose.
std::map<int, std::string> losses(std::span<const Step> steps, const Settings& settings) {
    std::map<int, std::string> out;
    if (std::ranges::none_of(steps, [](const Step& step) { return !step.losing.empty(); })) return out;
    auto connection = connect(settings.conninfo);
    for (const auto& step : steps) {
        if (step.losing.empty()) continue;
        try {
            auto number = std::string(connection.query(step.losing).text(0, 0));
            if (number != "0") out[step.id] = number + (step.parts.empty() ? " values of " : " rows of ") + emit::one_line(step.identity);
        } catch (const Error& error) {
            // Nobody may read it, an earlier step makes it, or there is a value that the new type cannot hold, of which PostgreSQL tells.
            const bool has_no_room = error.sqlstate.starts_with("22");
            out[step.id] = "what is in " + emit::one_line(step.identity) + (has_no_room ? ": " + std::string(error.what()) : "");
        }
    }
    return out;
}

bool is_allowed(Hazard hazard, const Settings& settings) { return std::ranges::find(settings.allow, hazard) != settings.allow.end(); }

}  // namespace

void check_hazards(std::span<const Step> steps, const Settings& settings) {
    auto lost = is_allowed(Hazard::loses_data, settings) ? std::map<int, std::string>{} : losses(steps, settings);
    std::map<Hazard, std::string> withheld;
    for (const auto& step : steps)
        for (auto hazard : step.hazards) {
            bool nothing_lost = hazard == Hazard::loses_data && !step.losing.empty() && !lost.contains(step.id);
            if (!nothing_lost && !is_allowed(hazard, settings))
                withheld[hazard] += (withheld[hazard].empty() ? "" : ", ") + std::to_string(step.id);
        }
    if (withheld.empty()) return;
    std::string message = "refused:", words;
    for (const auto& [hazard, ids] : withheld) {
        message += "\n  " + std::string(name(hazard)) + " (" + (ids.find(',') == std::string::npos ? "step " : "steps ") + ids +
                   "): " + std::string(advice(hazard));
        if (hazard == Hazard::loses_data)
            for (const auto& [id, what] : lost) message += "\n    step " + std::to_string(id) + ": " + what;
        words += (words.empty() ? "" : ",") + std::string(name(hazard));
    }
    throw Error(message, {}, "nothing is changed; to go on all the same: --allow " + words, Exit::refused);
}

}  // namespace plumb::run
