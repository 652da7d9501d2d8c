// A plan, or a drift, as a person reads it in a terminal.
#include <algorithm>
#include <cstdio>
#include <map>

#include "emit/changes.hpp"
#include "emit/emit.hpp"

namespace plumb::emit {

namespace {

// A longer plan folds runs of steps that are in nobody's way.
constexpr std::size_t fold_steps_from = 30;
constexpr int text_column = 17;

std::string indent(int columns) { return std::string(static_cast<std::size_t>(columns), ' '); }

bool contains(const std::vector<Hazard>& hazards, Hazard hazard) {
    return std::find(hazards.begin(), hazards.end(), hazard) != hazards.end();
}

/// What there is to say of a step, side by side as far as the width goes.
class Details {
public:
    Details(const Look& look) : look_(look) {}

    void add(const std::string& words, const std::string& inked) {
        bool fits = used_ > 0 && text_column + used_ + 2 + length(words) <= look_.width;
        out_ += used_ == 0 ? indent(text_column) : fits ? "; " : "\n" + indent(text_column);
        used_ = (fits ? used_ + 2 : 0) + length(words);
        out_ += inked;
    }
    std::string text() const { return out_.empty() ? "" : out_ + "\n"; }

private:
    const Look& look_;
    std::string out_;
    int used_ = 0;
};

std::string details(const Step& step, const Look& look) {
    Ink ink{look.colour};
    Details out(look);
    constexpr std::size_t most_locks = 3;
    std::size_t shown = 0;
    for (const auto& lock : step.locks) {
        if (lock.mode == Lock::none) continue;
        bool last = ++shown > most_locks && !look.whole;
        auto words = last ? "and " + std::to_string(step.locks.size() - most_locks) + " more relations" : in_words(lock, step);
        out.add(words, ink.dim(words));
        if (last) break;
    }
    std::string risks, withheld;
    for (auto hazard : step.hazards) {
        risks += (risks.empty() ? "" : ", ") + std::string(name(hazard));
        if (!contains(look.allowed, hazard)) withheld += (withheld.empty() ? "withheld: " : ", ") + std::string(name(hazard));
    }
    if (!withheld.empty())
        out.add(withheld, ink.red(withheld));
    else if (!risks.empty())
        out.add("allowed: " + risks, ink.yellow("allowed: " + risks));
    if (step.grade == Grade::lossy) out.add("undo is lossy", ink.yellow("undo is lossy"));
    return out.text();
}

std::string line(const Step& step, const Look& look) {
    Ink ink{look.colour};
    char number[16];
    std::snprintf(number, sizeof number, "%4d", step.id);
    std::string out = std::string(number) + "  " + ink.dim(padded(name(step.phase), 9)) + "  ";
    if (!look.whole) return out + one_line(step.sql, look.width - text_column) + "\n";
    for (char c : without_controls(step.sql)) out += c == '\n' ? "\n" + indent(text_column) : std::string(1, c);
    return out + "\n";
}

bool quiet(const Step& step) {
    return step.hazards.empty() && step.grade != Grade::lossy &&
           std::all_of(step.locks.begin(), step.locks.end(), [](const LockOn& lock) { return lock.mode == Lock::none; });
}

/// "  3-810  expand     create 300 tables, create 508 indexes".
std::string run_of(std::span<const Step> steps, const Look& look) {
    std::map<std::string, std::size_t> numbers;
    for (const auto& step : steps) ++numbers[std::string(name(step.verb)) + " # " + step.kind];
    std::string words;
    for (const auto& [what, number] : numbers) {
        auto mark = what.find('#');
        words += (words.empty() ? "" : ", ") + what.substr(0, mark) + count(number, what.substr(mark + 2));
    }
    std::string range = std::to_string(steps.front().id) + "-" + std::to_string(steps.back().id);
    return padded(std::string(static_cast<std::size_t>(std::max(0, 4 - length(range))), ' ') + range, 4) + "  " +
           Ink{look.colour}.dim(padded(name(steps.front().phase), 9)) + "  " + one_line(words, look.width - text_column) + "\n";
}

/// Whether the steps come in the order of their phases.
bool is_by_phase(const Plan& plan) { return std::ranges::is_sorted(plan.steps, {}, &Step::phase); }

std::string steps(const Plan& plan, const Look& look) {
    Ink ink{look.colour};
    std::string out = "\n" + ink.bold("Steps") + "\n";
    bool fold = plan.steps.size() >= fold_steps_from && !look.whole;
    auto cut = batches(plan.steps);
    for (std::size_t b = 0; b < cut.size(); ++b) {
        auto left = cut[b].steps;
        if (b > 0 && is_by_phase(plan) && left[0].phase == Phase::contract && cut[b - 1].steps.back().phase != Phase::contract)
            out += ink.dim("      the application may be deployed here: the old one and the new one both work") + "\n";
        while (!left.empty()) {
            std::size_t run = 0;
            while (run < left.size() && quiet(left[run]) && left[run].phase == left[0].phase) ++run;
            if (fold && run > 3) {
                out += run_of(left.first(run), look);
            } else {
                run = std::max<std::size_t>(run, 1);
                for (const auto& step : left.first(run)) out += line(step, look) + details(step, look);
            }
            left = left.subspan(run);
        }
        if (b + 1 < cut.size()) out += ink.dim("      commit") + "\n";
    }
    return out;
}

std::string risks(const Plan& plan, const Look& look) {
    Ink ink{look.colour};
    std::map<Hazard, std::vector<int>> where;
    for (const auto& step : plan.steps)
        for (auto hazard : step.hazards) where[hazard].push_back(step.id);
    if (where.empty()) return "";
    std::string out = "\n" + ink.bold("Hazards") + "\n", missing;
    for (const auto& [hazard, at] : where) {
        out += "  " + ink.yellow(padded(name(hazard), 20)) + "  " + ids(at) + ": " + ink.dim(advice(hazard)) + "\n";
        if (!contains(look.allowed, hazard)) missing += (missing.empty() ? "" : ",") + std::string(name(hazard));
    }
    if (!missing.empty()) out += "  Apply needs your consent: " + ink.bold("--allow " + missing) + "\n";
    return out;
}

}  // namespace

std::string text(const Plan& plan, const Look& look) {
    Ink ink{look.colour};
    std::string out;
    for (const auto& warning : plan.warnings) out += ink.yellow("warning: ") + one_line(warning, 0) + "\n";
    if (plan.steps.empty() && plan.differences.empty())
        return out + ink.green("No changes: the database is what the files say.") + "\n";
    out += ink.bold("Plan: " + summary(plan.differences)) + "\n" + verdict(plan, ink);
    if (!plan.intents.empty()) out += "\n";
    for (const auto& intent : plan.intents) out += "  " + ink.bold("“" + one_line(intent, 0) + "”") + "\n";
    out += "\n" + changes(plan.differences, look);
    if (!plan.steps.empty()) out += steps(plan, look);
    out += risks(plan, look);
    if (!plan.proof.differences.empty())
        out += "\n" + ink.red("The rehearsal ended with these differences:") + "\n" + changes(plan.proof.differences, look);
    return out;
}

std::string text(const std::vector<Difference>& drift, const Look& look) {
    Ink ink{look.colour};
    if (drift.empty()) return ink.green("No drift: the database is what the files say.") + "\n";
    std::map<char, std::size_t> numbers;
    for (const auto& difference : drift) ++numbers[difference.sign];
    return ink.bold("Drift: " + count(drift.size(), "difference") + ": " + std::to_string(numbers['+']) +
                    " only in the database, " + std::to_string(numbers['-']) + " only in the files, " +
                    std::to_string(numbers['~'] + numbers['!']) + " changed" +
                    (numbers['?'] > 0 ? ", " + std::to_string(numbers['?']) + " unresolved" : "") + ".") +
           "\n\n" + changes(drift, look);
}

}  // namespace plumb::emit
