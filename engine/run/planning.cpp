// From settings to a plan that was rehearsed.
#include "engine/run/planning.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "diff/course.hpp"
#include "diff/follow.hpp"
#include "diff/plan.hpp"
#include "emit/emit.hpp"
#include "engine/run/alike.hpp"
#include "engine/run/cache.hpp"
#include "engine/run/comparison.hpp"
#include "engine/run/publishing.hpp"
#include "engine/run/strangers.hpp"

namespace plumb::run {

namespace {

std::vector<std::string> intents(const Reach& reach) {
    std::vector<std::string> out;
    if (!reach.source) return out;
    for (const auto& directive : reach.source->directives)
        if (directive.ask == Ask::intent) out.push_back(directive.text);
    return out;
}

/// What kinds say of the steps, each once.
std::vector<std::string> told_of(const std::vector<Step>& steps, const Catalog& from, const Catalog& to) {
    std::vector<std::string> out;
    for (const auto& step : steps) {
        auto kind = std::ranges::find_if(kinds(), [&](const Kind* one) { return one->name == step.kind; });
        if (kind == kinds().end() || !(*kind)->warn) continue;
        const Catalog& catalog = step.verb == Verb::drop ? from : to;
        Index object = catalog.find(*kind, step.identity);
        auto warning = object == none ? "" : (*kind)->warn(catalog.objects[object], step.verb);
        if (!warning.empty() && std::ranges::find(out, warning) == out.end()) out.push_back(warning);
    }
    return out;
}

Plan planned(const Sides& sides, const Reach& reach, const Settings& settings) {
    Plan plan;
    plan.intents = intents(reach);
    plan.from = sides.live.fingerprint;
    plan.to = sides.desired.fingerprint;
    plan.from_version = sides.live.catalog.server_version;
    plan.to_version = sides.desired.catalog.server_version;
    plan.scope = reach.scope;
    const Catalog &base = sides.base().catalog, &desired = sides.desired.catalog;
    plan.rows_from = sides.live.catalog.row_sets;
    plan.rows_to = desired.row_sets;
    plan.differences = diff::compare(base, desired, diff::Extent::planned);
    const auto left = diff::left_following(sides.live.catalog);
    bool archives = !settings.options.no_archive && !settings.journal;
    auto course = diff::course(base, desired, archives ? diff::next_archive(sides.live.catalog) : "", settings.options.phase.has_value(), !settings.journal,
                              sides.renamed ? std::vector<Step>{} : left);
    plan.steps = std::move(course.steps);
    plan.inverse = std::move(course.inverse);
    plan.warnings = told_of(plan.steps, base, desired);
    for (auto& warning : course.warnings) plan.warnings.push_back(std::move(warning));
    plan = told_of_refusals(warned(std::move(plan), base), base, desired);
    for (auto& advice : lookalikes(base, desired)) plan.warnings.push_back(std::move(advice));
    if (!sides.renamed) return plan;
    // They are dropped by the names that they have.
    plan.steps = joined(left, std::move(plan.steps));
    plan.differences = with(sides.renamed->renames, std::move(plan.differences));
    plan.steps = joined(sides.renamed->steps, std::move(plan.steps));
    plan.inverse = joined(std::move(plan.inverse), sides.renamed->inverse);
    // Once its names are gone the old application does not go on: what comes after waits for it as they do.
    if (std::ranges::any_of(sides.renamed->steps, [](const Step& step) { return step.phase == Phase::contract; }))
        for (auto* steps : {&plan.steps, &plan.inverse})
            for (auto& step : *steps) step.phase = Phase::contract;
    return plan;
}

Plan rehearsed(Comparison& both, const Settings& settings, Progress& progress) {
    auto sides = both.sides();
    progress.stage("planning");
    auto plan = planned(sides, both.reach(), settings);
    for (const auto& warning : both.warnings()) plan.warnings.push_back(warning);
    if (plan.steps.empty())
        plan.proof = {Proven::both, "", {}};
    else if (settings.proof == Rehearsal::none)
        plan.proof = {Proven::no, "--proof none was asked for", {}};
    else
        plan.proof = both.proof(sides, plan);
    return plan;
}

Plan make_plan(Comparison& both, const Settings& settings, Progress& progress) {
    both.read_rows();
    auto key = both.key("plan");
    if (auto known = key ? kept(*key) : std::nullopt) {
        progress.clear();
        return emit::from_json(*known);
    }
    auto plan = rehearsed(both, settings, progress);
    if (key && (plan.steps.empty() || plan.proof.proven != Proven::no)) keep(*key, emit::json(plan));
    progress.clear();
    return plan;
}

std::vector<Difference> find_drift(Comparison& both, Progress& progress) {
    both.read_rows();
    auto key = both.key("drift");
    auto known = key ? kept(*key) : std::nullopt;
    Plan drift;
    if (known) {
        drift = emit::from_json(*known);
    } else {
        auto sides = both.sides();
        drift.differences = diff::compare(sides.desired.catalog, sides.base().catalog);
        std::erase_if(drift.differences, [](const Difference& difference) { return difference.for_good; });
        if (sides.renamed) {
            Plan renames;
            renames.differences = sides.renamed->renames;
            drift.differences = with(inverted(renames).differences, std::move(drift.differences));
        }
        if (key) keep(*key, emit::json(drift));
    }
    progress.clear();
    return drift.differences;
}

}  // namespace

Plan make_plan(const Settings& settings, Progress& progress) {
    Comparison both(settings, progress);
    try {
        return make_plan(both, settings, progress);
    } catch (const Error& error) {
        throw both.explained(error);
    }
}

std::vector<Difference> find_drift(const Settings& settings, Progress& progress) {
    Comparison both(settings, progress);
    try {
        return find_drift(both, progress);
    } catch (const Error& error) {
        throw both.explained(error);
    }
}

}  // namespace plumb::run
