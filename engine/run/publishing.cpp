// Tables that publish their changes, and what tells their rows apart.
#include "engine/run/publishing.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace plumb::run {

namespace {

using Names = std::set<std::pair<std::string, std::string>>;  ///< kinds and identities

const Object& at(const Catalog& catalog, Index index) { return catalog.objects[static_cast<std::size_t>(index)]; }

/// Positions in `to` of the tables that come to refuse changes.
std::vector<Index> refusing(const Catalog& from, const Catalog& to) {
    std::vector<Index> out;
    for (Index j = 0; j < static_cast<Index>(to.objects.size()); ++j) {
        if (!at(to, j).value("refuses")) continue;
        Index i = from.find(at(to, j).kind, at(to, j).identity);
        if (i != none && !at(from, i).value("refuses")) out.push_back(j);
    }
    return out;
}

/// What tells the rows of the tables apart; of a partition also what makes it.
void add_identifying(const Catalog& catalog, const std::set<Index>& tables, Names& names) {
    std::set<Index> all;
    for (Index i = 0; i < static_cast<Index>(catalog.objects.size()); ++i)
        if (at(catalog, i).value("identifies") && tables.contains(catalog.root(i))) all.insert(i);
    for (std::size_t known = 0; known != all.size();) {
        known = all.size();
        for (const auto& edge : catalog.dependencies)
            if (all.contains(edge.dependent) && at(catalog, edge.dependent).kind == at(catalog, edge.referenced).kind) all.insert(edge.referenced);
    }
    for (Index i : all) names.emplace(at(catalog, i).kind->name, at(catalog, i).identity);
}

/// The tables and, of partitions, what they are partitions of.
std::set<Index> with_parents(const Catalog& catalog, std::set<Index> tables) {
    for (std::size_t known = 0; known != tables.size();) {
        known = tables.size();
        for (const auto& object : catalog.objects)
            if (auto parent = object.value("parent"); parent && tables.contains(object.whole))
                if (Index table = catalog.find(at(catalog, object.whole).kind, *parent); table != none) tables.insert(table);
    }
    return tables;
}

/// What publishes the tables, and did not before.
void add_publishing(const Catalog& from, const Catalog& to, const std::set<Index>& tables, Names& names) {
    auto add = [&](const Object& object) {
        if (from.find(object.kind, object.identity) == none) names.emplace(object.kind->name, object.identity);
    };
    const auto published = with_parents(to, tables);
    for (const auto& edge : to.dependencies)
        if (published.contains(edge.referenced) && at(to, edge.dependent).value("publication")) add(at(to, edge.dependent));
    for (const auto& object : to.objects)
        if (auto carries = object.value("carries"); carries && std::ranges::any_of(tables, [&](Index j) { return carries == "*" || carries == at(to, j).schema; }))
            add(object);
}

/// Returns the tables that come to refuse.
std::vector<Index> mark(std::vector<Step>& steps, const Catalog& from, const Catalog& to) {
    auto tables = refusing(from, to);
    if (tables.empty()) return tables;
    const std::set<Index> after(tables.begin(), tables.end());
    std::set<Index> before;
    for (Index j : tables) before.insert(from.find(at(to, j).kind, at(to, j).identity));
    Names names;
    add_identifying(to, after, names);
    add_publishing(from, to, after, names);
    add_identifying(from, before, names);
    for (auto& step : steps)
        if (names.contains({step.kind, step.identity}) && std::ranges::find(step.hazards, Hazard::breaks_replication) == step.hazards.end())
            step.hazards.push_back(Hazard::breaks_replication);
    return tables;
}

}  // namespace

Plan told_of_refusals(Plan plan, const Catalog& from, const Catalog& to) {
    for (Index j : mark(plan.steps, from, to))
        plan.warnings.push_back(*at(to, j).value("refuses") + " on " + at(to, j).identity +
                                " will fail: it is published, and nothing tells its rows apart; a primary key does, or REPLICA IDENTITY");
    mark(plan.inverse, to, from);
    return plan;
}

}  // namespace plumb::run
