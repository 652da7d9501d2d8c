// Columns whose type changes by way of a new one.
#include "diff/exchange.hpp"

#include <optional>
#include <string_view>

#include "diff/fates.hpp"
#include "diff/follow.hpp"

namespace plumb::diff {

namespace {

Index in(const Catalog& catalog, const Object& object) { return catalog.find(object.kind, object.identity); }

/// The effect of a change of type; nothing where it does not change.
std::optional<Effect> retyping(const Change& change) {
    const auto& columns = change.new_object.kind->columns;
    for (std::size_t c = 0; c < columns.size(); ++c)
        if (columns[c].moves_dependents && columns[c].weigh && differs(c, change)) return columns[c].weigh(change);
    return std::nullopt;
}

/// What a name can hold of all that decides about the values of a column: what another expression has filled half-way is another column.
std::string mark(const Object& column) {
    Object marked = column;
    marked.whole = marked.origin = none;
    marked.identity += " " + *column.value("fill");
    Catalog alone;
    alone.objects.push_back(std::move(marked));
    return alone.fingerprint().substr(0, 8);
}

/// The column under another name.
Object renamed(const Object& column, const std::string& relation, const std::string& name, const std::string& fill, const std::string& source) {
    Object out = column;
    out.name = name;
    out.rewrites = false;
    out.identity = relation + "." + name;
    *out.find("column") = name;
    *out.find("fill") = fill;
    *out.find("sources") = source;
    out.find("given")->reset();
    // A constraint of its own, and its name, where NOT NULL is one.
    if (Value* constraint = out.find("not_null_constraint"); constraint && *constraint) {
        *constraint = *out.find("not_null_name") = name + "_not_null";
        out.slot = **constraint + " ON " + relation;
    }
    return out;
}

/// A column that takes another's name keeps the constraint that it has had.
void keep_constraint(Object& column, const Object& had) {
    column.slot = had.slot;
    for (auto name : {"not_null_constraint", "not_null_name"})
        if (Value* there = column.find(name)) *there = had.value(name);
}

/// Whether an edge says no more than what comes first, or what goes along: where something ties it to the column, that goes instead.
bool is_order(char type) { return std::string_view("wobd").find(type) != std::string_view::npos; }

/// What needs a column, directly or not. What follows it goes before the plan, or takes part in it.
std::set<Index> dependents(const Catalog& catalog, Index column) {
    std::set<Index> out;
    std::vector<Index> next{column};
    Links links(catalog);
    while (!next.empty()) {
        Index one = next.back();
        next.pop_back();
        for (const auto& link : links.dependents(one))
            if (!is_order(link.type) && !catalog.objects[link.other].schema.starts_with(sync_prefix) && out.insert(link.other).second) next.push_back(link.other);
    }
    return out;
}

[[noreturn]] void refuse(const Object& column, const std::string& why, const std::string& hint) {
    throw Error(std::string(column.kind->name) + " " + column.identity + " cannot be filled by `backfill` into another type: " + why, column.place,
                hint + "; or `using` instead of `backfill`, which changes it in place while others wait", Exit::usage);
}

void check(const Catalog& from, Index before, const Object& column) {
    for (const auto& object : from.objects)
        if (object.origin == before) refuse(column, object.identity + " inherits it", "change it in place");
    if (from.objects[before].origin != none) refuse(column, "it is inherited", "change it in place");
    for (Index i : dependents(from, before)) {
        const Object& object = from.objects[i];
        auto named = std::string(object.kind->name) + " " + object.identity;
        if (object.kind->judges) refuse(column, "all rows would be read for " + named + " while others wait", "drop that first, and make it again in a plan of its own");
        if (object.kind == column.kind) refuse(column, object.identity + " is computed from it", "drop that first");
        if (object.kind->data) refuse(column, named + " has values of its own", "drop that first");
        if (!object.managed) refuse(column, named + " is not managed and uses it", "change that first");
    }
}

/// What a column needs beside its whole.
std::vector<Object> needs(const Catalog& catalog, const Object& column) {
    std::vector<Object> out;
    Index position = in(catalog, column);
    for (const auto& edge : catalog.dependencies)
        if (edge.dependent == position && edge.referenced != column.whole) out.push_back(catalog.objects[edge.referenced]);
    return out;
}

}  // namespace

Catalog reduced(const Catalog& catalog, const std::set<Index>& gone) {
    std::vector<Index> place(catalog.objects.size(), none);
    Catalog out = catalog;
    out.objects.clear();
    out.dependencies.clear();
    std::set<Index> untied;
    for (Index i : gone)
        if (catalog.objects[i].kind->ties) untied.insert(catalog.objects[i].whole);
    for (Index i = 0; i < static_cast<Index>(catalog.objects.size()); ++i) {
        if (gone.contains(i)) continue;
        place[i] = static_cast<Index>(out.objects.size());
        out.objects.push_back(catalog.objects[i]);
    }
    for (auto& object : out.objects)
        for (Index* link : {&object.whole, &object.origin})
            if (*link != none) *link = place[*link];
    for (const auto& edge : catalog.dependencies)
        if (place[edge.dependent] != none && place[edge.referenced] != none && !(edge.type == 'd' && untied.contains(edge.dependent)))
            out.dependencies.push_back({place[edge.dependent], place[edge.referenced], edge.type});
    out.index();
    return out;
}

std::vector<Exchange> exchanges(const Catalog& from, const Catalog& to) {
    std::vector<Exchange> out;
    for (const Object& column : to.objects) {
        Index before = column.managed && column.value("fill") && column.whole != none ? in(from, column) : none;
        auto effect = before == none ? std::nullopt : retyping({from, to, from.objects[before], column});
        if (!effect || !effect->rewrites) continue;
        check(from, before, column);
        const Object& old_column = from.objects[before];
        const std::string& relation = to.objects[column.whole].identity;
        auto back = column.kind->data->converted({to, from, column, old_column});
        auto all = needs(to, column), olds = needs(from, old_column);
        all.insert(all.end(), olds.begin(), olds.end());
        out.push_back({.old_column = old_column,
                       .new_column = column,
                       .successor = renamed(column, relation, "plumb_new_" + mark(column), *column.value("fill"), column.value("sources").value_or("")),
                       .predecessor = renamed(old_column, relation, "plumb_old_" + mark(column), back, column.name),
                       .needs = std::move(all),
                       .relation = relation,
                       .lossy = says_one_way(column) || (effect->lossy && !column.value("reverse_using"))});
    }
    return out;
}

Catalog with(const Catalog& catalog, const Exchange& exchange, const Object& column, bool strict) {
    Catalog out = catalog;
    Object added = column;
    added.whole = added.origin = none;
    for (std::size_t c = 0; !strict && c < added.values.size(); ++c)
        if (added.kind->columns[c].late) added.values[c].reset();
    if (!strict) added.slot.clear();
    Index there = in(catalog, added);
    if (there != none) {
        added.whole = catalog.objects[there].whole;
        out.objects[there] = std::move(added);
        return out;
    }
    Index whole = in(catalog, exchange.old_column) == none ? none : catalog.objects[in(catalog, exchange.old_column)].whole;
    added.whole = whole;
    auto position = static_cast<Index>(out.objects.size());
    out.objects.push_back(std::move(added));
    out.dependencies.push_back({position, whole, 'a'});
    for (const auto& needed : exchange.needs)
        if (Index i = in(catalog, needed); i != none) out.dependencies.push_back({position, i, 'n'});
    out.index();
    return out;
}

Catalog without_dependents(const Catalog& catalog, const std::vector<Exchange>& exchanges) {
    std::set<Index> gone;
    for (const auto& exchange : exchanges) gone.merge(dependents(catalog, in(catalog, exchange.old_column)));
    return reduced(catalog, gone);
}

Catalog without(const Catalog& catalog, const Exchange& exchange) { return reduced(catalog, {in(catalog, exchange.old_column)}); }

Catalog exchanged(const Catalog& catalog, const Exchange& exchange) {
    Catalog out = catalog;
    Object& column = out.objects[in(catalog, exchange.successor)];
    Object now = exchange.new_column;
    now.whole = column.whole;
    now.origin = none;
    keep_constraint(now, column);
    column = std::move(now);
    out.index();
    return out;
}

Catalog returned(const Catalog& catalog, const Exchange& exchange) {
    Catalog out = catalog;
    keep_constraint(out.objects[in(catalog, exchange.old_column)], exchange.predecessor);
    out.index();
    return out;
}

}  // namespace plumb::diff
