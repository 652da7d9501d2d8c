// What is not managed but uses what is.
#include "engine/run/strangers.hpp"

#include <algorithm>

namespace plumb::run {

namespace {

const Object& at(const Catalog& catalog, Index index) { return catalog.objects[static_cast<std::size_t>(index)]; }

/// What a step changes, none for what is new.
Index changed(const Catalog& live, const Step& step) {
    if (step.verb == Verb::create) return none;
    for (const Kind* kind : kinds())
        if (kind->name == step.kind) return live.find(kind, step.identity);
    return none;
}

bool within(const Catalog& catalog, Index part, Index whole) {
    while (part != whole && part != none) part = at(catalog, part).whole;
    return part == whole;
}

/// The strangers that feel a step: a change is felt by who uses the very object, a drop by who uses any part of it.
std::vector<Stranger> hit(const Catalog& live, const std::vector<Stranger>& all, const Step& step) {
    std::vector<Stranger> out;
    Index object = changed(live, step);
    if (object == none) return out;
    for (const auto& stranger : all)
        if (stranger.used == object || (step.verb == Verb::drop && within(live, stranger.used, object))) out.push_back(stranger);
    return out;
}

void mark(Step& step) {
    if (std::find(step.hazards.begin(), step.hazards.end(), Hazard::untracked_dependency) == step.hazards.end())
        step.hazards.push_back(Hazard::untracked_dependency);
}

}  // namespace

std::vector<Stranger> strangers(const Catalog& live) {
    std::vector<Stranger> out;
    for (const auto& edge : live.dependencies)
        if (!at(live, edge.dependent).managed && at(live, edge.referenced).managed && edge.type != 'w' &&
            live.root(edge.dependent) != live.root(edge.referenced))
            out.push_back({edge.dependent, edge.referenced});
    return out;
}

Plan warned(Plan plan, const Catalog& live) {
    auto all = strangers(live);
    if (all.empty()) return plan;
    for (auto& step : plan.steps)
        for (const auto& stranger : hit(live, all, step)) {
            mark(step);
            const auto& root = at(live, live.root(stranger.object));
            auto words = std::string(root.kind->name) + " " + root.identity + " is not managed and uses " +
                         at(live, stranger.used).identity + ", which step " + std::to_string(step.id) +
                         (step.verb == Verb::drop ? " drops" : " changes");
            if (std::find(plan.warnings.begin(), plan.warnings.end(), words) == plan.warnings.end())
                plan.warnings.push_back(words);
        }
    for (auto& step : plan.inverse)
        if (!hit(live, all, step).empty()) mark(step);
    return plan;
}

}  // namespace plumb::run
