// Deployments and findings as a person reads them in a terminal.
#include <cstdio>

#include "emit/changes.hpp"
#include "emit/emit.hpp"

namespace plumb::emit {

namespace {

std::string seconds(double number) {
    char text[32];
    std::snprintf(text, sizeof text, "%.2f s", number);
    return text;
}

std::string state(const Record& record, const Ink& ink) {
    auto words = padded(record.state, 11);
    if (record.state == "done") return ink.green(words);
    return record.state == "failed" || record.state == "interrupted" ? ink.red(words) : ink.yellow(words);
}

std::string steps(const Record& record) {
    if (record.done == record.steps) return count(record.steps, "step") + " in " + seconds(record.seconds);
    return std::to_string(record.done) + " of " + count(record.steps, "step");
}

}  // namespace

std::string text(const std::vector<Record>& history, const Look& look) {
    Ink ink{look.colour};
    if (history.empty()) return "No deployments: nothing was applied to this database.\n";
    int ids = length(std::to_string(history.front().id)), names = 0;
    for (const auto& record : history) names = std::max(names, length(one_line(record.deployer)));
    std::string out;
    for (const auto& record : history) {
        auto id = std::to_string(record.id);
        out += std::string(static_cast<std::size_t>(ids - length(id)), ' ') + ink.bold(id) + "  " + record.when + "  " +
               state(record, ink) + "  " + padded(one_line(record.deployer), names) + "  " +
               (record.undoes ? "rollback of " + std::to_string(*record.undoes) + ", " : "") + steps(record) + "\n";
        std::string margin(static_cast<std::size_t>(ids) + 2, ' ');
        for (const auto& intent : record.intents) out += margin + "“" + one_line(intent) + "”\n";
        if (!record.trouble.empty()) out += margin + ink.red(one_line(record.trouble)) + "\n";
    }
    return out;
}

std::string text(const std::vector<Finding>& findings, const Look& look) {
    Ink ink{look.colour};
    if (findings.empty()) return ink.green("Nothing found.") + "\n";
    std::string out = ink.bold(count(findings.size(), "finding")) + "\n";
    for (const auto& finding : findings)
        out += "\n" + ink.yellow(finding.problem) + ": " + ink.bold(one_line(finding.object)) + "\n  " + one_line(finding.why) +
               "\n  " + ink.dim("-> ") + one_line(finding.remedy) + "\n";
    return out;
}

std::string text(const std::vector<Archived>& archives, const Look& look) {
    Ink ink{look.colour};
    if (archives.empty()) return "No archives: no deployment set anything aside.\n";
    std::string out;
    for (const auto& one : archives) {
        out += ink.bold(one.schema) + "  " + (one.made.empty() ? "" : one.made + "  ") + count(static_cast<std::size_t>(one.tables), "table") + ", " +
               std::to_string((one.bytes + 1023) / 1024) + " kB" + (one.deployment ? "  of deployment " + std::to_string(one.deployment) : "") + "\n";
        if (look.whole) out += "  " + one_line(one.names) + "\n";
    }
    return out;
}

}  // namespace plumb::emit
