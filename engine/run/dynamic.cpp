// Partitions that others make and drop.
#include "engine/run/dynamic.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "diff/fates.hpp"

namespace plumb::run {

namespace {

/// An object and another that it is tied to: a partition and its parent, a sequence and the table of its owner.
struct Tie {
    Index object;
    Index to;
    bool partition;
};

std::vector<Tie> ties(const Catalog& catalog) {
    std::vector<Tie> out;
    for (const auto& edge : catalog.dependencies) {
        const Object& tie = catalog.objects[edge.dependent];
        if (!tie.kind->ties || edge.type != 'a' || tie.whole == none || edge.referenced == tie.whole) continue;
        bool partition = catalog.objects[edge.referenced].kind == catalog.objects[tie.whole].kind;
        out.push_back({catalog.root(tie.whole), catalog.root(edge.referenced), partition});
    }
    return out;
}

/// What comes and goes with the partitions that no file declares.
std::set<Index> strange(const Catalog& catalog, const Scope& scope) {
    std::set<Index> out;
    auto all = ties(catalog);
    for (const auto& tie : all) {
        auto parent = scope.dynamic.find(catalog.objects[tie.to].identity);
        if (!tie.partition || parent == scope.dynamic.end()) continue;
        if (std::ranges::find(parent->second, catalog.objects[tie.object].identity) == parent->second.end())
            out.insert(tie.object);
    }
    for (bool grew = true; grew;) {
        grew = false;
        for (const auto& tie : all)
            if (out.contains(tie.to)) grew = out.insert(tie.object).second || grew;
    }
    return out;
}

/// Says so in the value that is there for it. Returns whether the kind has one.
bool reaches_all(Object& object) {
    for (std::size_t c = 0; c < object.values.size(); ++c) {
        if (object.kind->columns[c].name != std::string_view("dynamic")) continue;
        object.values[c] = "";
        return true;
    }
    return false;
}

}  // namespace

std::map<std::string, std::vector<std::string>> dynamic_tables(const Binding& binding, const Catalog& desired) {
    std::map<std::string, std::vector<std::string>> out;
    for (Index table : binding.dynamic) out[desired.objects[table].identity];
    if (out.empty()) return out;
    for (const auto& tie : ties(desired))
        if (auto parent = out.find(desired.objects[tie.to].identity); tie.partition && parent != out.end())
            parent->second.push_back(desired.objects[tie.object].identity);
    return out;
}

void leave_partitions(Catalog& catalog, const Scope& scope) {
    if (scope.dynamic.empty()) return;
    auto not_ours = strange(catalog, scope);
    std::set<Index> reaching;
    for (Index i = 0; i < static_cast<Index>(catalog.objects.size()); ++i) {
        Object& object = catalog.objects[i];
        if (not_ours.contains(catalog.root(i))) object.managed = false;
        if (object.whole != none && scope.dynamic.contains(catalog.objects[object.whole].identity) && reaches_all(object))
            reaching.insert(i);
    }
    // What reaches all partitions takes in what those have already, where that fits.
    std::vector<Dependency> orders;
    const diff::Links links(catalog);
    for (Index part : reaching)
        for (const auto& attached : links.dependents(part))
            for (const auto& other : links.references(attached.other))
                if (attached.type == 'a' && other.type == 'a' && other.other != part &&
                    catalog.objects[other.other].kind == catalog.objects[part].kind)
                    orders.push_back({part, other.other, 'o'});
    catalog.dependencies.insert(catalog.dependencies.end(), orders.begin(), orders.end());
    catalog.index();
}

}  // namespace plumb::run
