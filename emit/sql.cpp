// A plan as a script that plain psql runs.
#include <regex>

#include "emit/changes.hpp"

namespace plumb::emit {

namespace {

/// The stand-in for a secret becomes a variable of psql's, so that the script fails as long as nobody sets it. Constants on lines
/// of their own are one.
std::string with_variables(const std::string& sql) {
    static const std::regex whole("'(plumb_secret_[0-9a-f]{8}_[0-9a-f]{8})'"),
        inner("([^'])(plumb_secret_[0-9a-f]{8}_[0-9a-f]{8})");
    return std::regex_replace(std::regex_replace(sql, inner, "$1'\\n:'$2'\\n'"), whole, ":'$1'");
}

}  // namespace

std::string sql(const Plan& plan) {
    std::string out = comment("Plan: ", summary(plan.differences));
    for (const auto& intent : plan.intents) out += comment("Intent: ", intent);
    out +=
        comment("Proven: ", std::string(name(plan.proof.proven)) + (plan.proof.reason.empty() ? "" : ", " + plan.proof.reason));
    for (const auto& warning : plan.warnings) out += comment("Warning: ", warning);
    if (plan.steps.empty()) return out + "-- Nothing to do.\n";
    out += "\n\\set ON_ERROR_STOP on\n";
    for (auto setting : session_settings()) out += std::string(setting) + ";\n";
    for (const auto& batch : batches(plan.steps)) {
        if (batch.transactional) out += "\nBEGIN;\n";
        for (const auto& step : batch.steps) {
            out += "\n" + comment("step ", heading(step));
            if (!step.inverse.empty()) out += comment("inverse: ", step.inverse);
            out += with_variables(step.sql) + ";\n";
        }
        if (batch.transactional) out += "\nCOMMIT;\n";
    }
    return out;
}

}  // namespace plumb::emit
