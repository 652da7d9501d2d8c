// A plan as changes of Sqitch: deploy, revert and verify scripts, which psql runs, and their lines in sqitch.plan.
#include <algorithm>

#include "emit/migrations.hpp"

namespace plumb::emit {

namespace {

/// 2026-01-31T12:00:00Z
std::string timestamp(std::time_t time) {
    std::tm parts{};
    gmtime_r(&time, &parts);
    char text[32];
    return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

/// A change has one name for ever, in the plan as in the database.
std::string unused(const std::string& name, const Present& present) {
    auto taken = [&](const std::string& candidate) {
        return std::ranges::count(present.files, "deploy/" + candidate + ".sql") + std::ranges::count(present.versions, candidate) >
                   0 ||
               present.plan.find("\n" + candidate + " ") != std::string::npos;
    };
    auto out = name;
    for (int number = 2; taken(out); ++number) out = name + "_" + std::to_string(number);
    return out;
}

}  // namespace

Files sqitch(const Plan& plan, const Present& present) {
    Files out;
    auto known = present;
    auto& lines = known.plan;
    if (lines.empty()) {
        auto project = slug(present.folder);
        lines = "%syntax-version=1.0.0\n%project=" + (project.empty() ? "plumb" : project) + "\n\n";
        if (!std::ranges::count(present.files, "sqitch.conf")) out["sqitch.conf"] = "[core]\n\tengine = pg\n";
    }
    if (!lines.ends_with('\n')) lines += '\n';
    for (const auto& one : migrations(plan)) {
        auto name = unused(one.name, known);
        auto note = plan.intents.empty() ? summary(plan.differences) : one_line(plan.intents.front());
        lines += name + " " + timestamp(present.now) + " Plumb <plumb@localhost> # " + note + "\n";
        out["deploy/" + name + ".sql"] = one.head + "\n" + script(one.up, false);
        out["revert/" + name + ".sql"] = one.down_head + "\n" + script(one.down, false);
        out["verify/" + name + ".sql"] = "-- Whether all is as the files say: plumb drift.\nSELECT 'nothing to verify';\n";
    }
    out[grows] = lines;
    return out;
}

}  // namespace plumb::emit
