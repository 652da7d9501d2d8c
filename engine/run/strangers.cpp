// What is not managed but uses what is.
#include "engine/run/strangers.hpp"

#include <algorithm>
#include <set>
#include <utility>

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
        if (step.verb == Verb::drop ? within(live, stranger.used, object) : stranger.used == object && !stranger.tied)
            out.push_back(stranger);
    return out;
}

void mark(Step& step, Hazard hazard) {
    if (std::find(step.hazards.begin(), step.hazards.end(), hazard) == step.hazards.end()) step.hazards.push_back(hazard);
}

void mark(Step& step, const Stranger& stranger) {
    mark(step, Hazard::untracked_dependency);
    if (!stranger.tied || !stranger.holds_data) return;
    mark(step, Hazard::loses_data);
    step.grade = Grade::lossy;
}

std::string words(const Step& step, const Stranger& stranger, const Catalog& live) {
    auto id = std::to_string(step.id);
    return stranger.words + " is not managed and uses " + at(live, stranger.used).identity + ", which step " + id +
           (step.verb == Verb::alter ? " changes"
            : stranger.tied          ? " drops, and it with that"
                                     : " drops");
}

/// Whether an object changes with one that it is inherited from.
bool follows(const Catalog& live, Index object) {
    while (at(live, object).origin != none) object = at(live, object).origin;
    return at(live, object).managed;
}

/// Wholes that are tied to one another: what happens to the parts of a parent is what its partitions expect.
std::set<std::pair<Index, Index>> tied_wholes(const Catalog& live) {
    std::set<std::pair<Index, Index>> out;
    for (const auto& edge : live.dependencies)
        if (at(live, edge.dependent).kind->ties) out.emplace(live.root(edge.dependent), live.root(edge.referenced));
    return out;
}

}  // namespace

std::vector<Stranger> strangers(const Catalog& live) {
    std::vector<Stranger> out;
    auto tied = tied_wholes(live);
    for (const auto& edge : live.dependencies) {
        Index user = live.root(edge.dependent), used = live.root(edge.referenced);
        if (at(live, edge.dependent).managed || !at(live, edge.referenced).managed || user == used) continue;
        if (edge.type == 'w' || edge.type == 'd' || edge.type == 'o' || follows(live, edge.dependent)) continue;
        bool ties = at(live, edge.dependent).kind->ties;
        if (!ties && tied.contains({user, used})) continue;
        const Object& whole = at(live, user);
        out.push_back({std::string(whole.kind->name) + " " + whole.identity, edge.referenced, ties, whole.holds_data});
    }
    for (const auto& unread : live.unread)
        for (Index used : unread.uses)
            if (at(live, used).managed) out.push_back({unread.description, used});
    return out;
}

Plan warned(Plan plan, const Catalog& live) {
    auto all = strangers(live);
    if (all.empty()) return plan;
    for (auto& step : plan.steps)
        for (const auto& stranger : hit(live, all, step)) {
            mark(step, stranger);
            auto warning = words(step, stranger, live);
            if (std::find(plan.warnings.begin(), plan.warnings.end(), warning) == plan.warnings.end())
                plan.warnings.push_back(warning);
        }
    for (auto& step : plan.inverse)
        for (const auto& stranger : hit(live, all, step)) mark(step, stranger);
    return plan;
}

}  // namespace plumb::run
