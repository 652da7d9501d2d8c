// When rows change, come and go over, among the moves of what holds them and what looks at them.
#include <algorithm>
#include <unordered_map>

#include "diff/moves.hpp"
#include "engine/model/pattern.hpp"

namespace plumb::diff {

namespace {

/// The relations whose rows an object looks at: that which it is part of, and those that it needs other than as a partition.
std::set<Index> roots(const Catalog& catalog, const Links& links, Index object) {
    std::set<Index> out{catalog.root(object)};
    for (const auto& link : links.references(object))
        if (link.type == 'n' || link.type == 'a') out.insert(catalog.root(link.other));
    return out;
}

}  // namespace

/// Rows change between the old constraints, which may not take them, and the new ones, which may not take what they were.
void MoveGraph::order_by_rows() {
    std::unordered_map<Index, std::vector<Node>> changing;  // by relation of the old catalog
    auto is_row = [](const Object& object) { return object.kind->is_row; };
    for (Index i = 0; i < from_size_; ++i)
        if (is_row(fates_.from.objects[i]) && !fates_.gone(fates_.from.root(i))) {
            if (fates_.gone(i)) changing[fates_.from.root(i)].push_back(drop(i));
            if (fates_.altered(i)) changing[fates_.from.root(i)].push_back(alter(i));
        }
    for (Index j = 0; j < to_size_; ++j)
        if (is_row(fates_.to.objects[j]) && fates_.made(j))
            if (Index old = fates_.old_of(fates_.to.root(j)); old != none) changing[old].push_back(create(j));
    if (changing.empty()) return;
    for (Index i = 0; i < from_size_; ++i)
        if (fates_.from.objects[i].kind->judges && fates_.gone(i))
            for (Index root : roots(fates_.from, fates_.from_links, i))
                for (Node row : changing[root]) edge(drop(i), row);
    for (Index j = 0; j < to_size_; ++j) {
        if (!fates_.to.objects[j].kind->judges || !fates_.made(j) || create_root(j) != create(j)) continue;
        for (Index root : roots(fates_.to, fates_.to_links, j))
            if (Index old = fates_.old_of(root); old != none)
                for (Node row : changing[old]) edge(row, create(j));
    }
    // Nor may a column that goes ask new rows for a value.
    for (Index i = 0; i < from_size_; ++i)
        if (Index whole = fates_.from.objects[i].whole; fates_.gone(i) && fates_.holds_data(i) && whole != none && !fates_.gone(whole))
            for (Node row : changing[whole])
                if (deed(row) == Deed::create) edge(drop(i), row);
    // What takes no rows without a value is made empty, filled, and completed.
    for (Index i = 0; i < from_size_; ++i) {
        if (!is_row(fates_.from.objects[i]) || !fates_.altered(i) || fates_.goes_along(i, fates_.from.objects[i].whole)) continue;
        for (const auto& link : fates_.to_links.references(fates_.of(i).counterpart)) {
            const Object& needed = fates_.to.objects[link.other];
            if (fates_.made(link.other) && needed.kind->stub && !is_row(needed) && !render(needed.kind->stub, needed).empty())
                edge(alter(i), create(link.other));
        }
    }
}

/// Rows go over once all partitions that may take them have joined, and before what would act on them, copies them or refers to them.
void MoveGraph::order_by_carrying() {
    std::unordered_map<Index, std::vector<Index>> into;  // the wholes that rows go over to, by what may take them
    std::set<Index> carried;
    for (Index i = 0; i < from_size_; ++i)
        if (Index j = fates_.heir(i); j != none) {
            const bool counts = !fates_.to.objects[j].kind->data->fill;
            edge(drop(i), counts ? create(j) : carry(j));
            if (!counts) carried.insert(j);
        }
    for (Index j : carried) {
        nodes_.emplace_back(carry(j), carry(j));
        std::vector<Index> takers{j};
        for (std::size_t t = 0; t < takers.size(); ++t) {
            into[takers[t]].push_back(j);
            if (fates_.made(takers[t])) edge(create(takers[t]), carry(j));
            for (const auto& link : fates_.to_links.dependents(takers[t])) {
                const Object& tie = fates_.to.objects[link.other];
                if (link.type != 'a' || !tie.kind->excludes || tie.whole == takers[t]) continue;
                takers.push_back(tie.whole);
                if (fates_.made(link.other)) edge(create(link.other), carry(j));
            }
        }
    }
    if (carried.empty()) return;
    for (Index i = 0; i < from_size_; ++i) {
        const Object& row = fates_.from.objects[i];
        if (!row.kind->is_row || !fates_.goes_along(i, row.whole)) continue;
        const Node after = carry(fates_.of(row.whole).counterpart);
        if (fates_.gone(i)) edge(after, drop(i));
        if (fates_.altered(i)) edge(after, alter(i));
    }
    for (Index x = 0; x < to_size_; ++x) {
        const Kind& kind = *fates_.to.objects[x].kind;
        if (!fates_.made(x) || !(kind.after_rows || kind.judges || kind.is_row)) continue;
        const Node made = create_root(x);
        const Index own = fates_.to.root(x);
        for (Index read : kind.after_rows ? reads(x) : roots(fates_.to, fates_.to_links, x))
            if (auto found = into.find(read); found != into.end())
                for (Index j : found->second) {
                    if (kind.judges && read == own) continue;
                    if (made == create(x)) edge(carry(j), made);
                    else if (carried.contains(object(made))) edge(carry(j), carry(object(made)));
                }
    }
}

/// What copies rows, as a materialized view does, copies those that will be there.
void MoveGraph::order_by_copies() {
    std::unordered_map<Index, std::vector<Node>> changing;  // by relation of the new catalog
    for (Index j = 0; j < to_size_; ++j) {
        const Index old = fates_.old_of(j);
        if (!fates_.to.objects[j].kind->is_row || !(fates_.made(j) || (old != none && fates_.altered(old)))) continue;
        changing[fates_.to.root(j)].push_back(fates_.made(j) ? create(j) : alter(old));
    }
    for (Index i = 0; i < from_size_; ++i)
        if (fates_.from.objects[i].kind->is_row && fates_.gone(i))
            if (Index root = fates_.of(fates_.from.root(i)).counterpart; root != none) changing[root].push_back(drop(i));
    if (changing.empty()) return;
    for (Index j = 0; j < to_size_; ++j)
        if (fates_.to.objects[j].kind->after_rows && fates_.to.objects[j].whole == none && fates_.made(j))
            for (Index read : reads(j))
                for (Node row : changing[read]) edge(row, create(j));
}

/// What is set aside by the key of its rows is set aside by the one that they get, and comes back by that one, too.
void MoveGraph::order_by_keys() {
    for (Index k = 0; k < from_size_; ++k) {
        const Index whole = fates_.from.objects[k].whole;
        if (whole == none || !fates_.altered(k) || !moves_dependents(fates_, k) || fates_.of(k).retyped) continue;
        const Value key = fates_.from.objects[whole].value("row_key");
        if (!key || !is_in(*key, fates_.from.objects[k])) continue;
        Index top = k;  // whose statement it is
        for (Index i = k; i != none; i = fates_.of(i).implied ? fates_.changes_with(i) : none) top = i;
        auto change = [&](Index i) {
            if (fates_.altered(i) && moves_dependents(fates_, i)) fates_.archives ? edge(alter(top), alter(i)) : edge(alter(i), alter(top));
        };
        for (const auto& [part, type] : fates_.from_links.dependents(whole)) {
            const Object& object = fates_.from.objects[part];
            if (object.whole != whole || !object.is_in_rows() || is_in(*key, object)) continue;
            const Index after = fates_.of(part).counterpart;
            if (fates_.holds_data(part)) {
                change(part);
                for (Index used : types_of(part)) change(used);
                if (fates_.archives && fates_.gone(part)) edge(alter(top), drop(part));
            }
            if (!fates_.archives && fates_.gone(part) && after != none && fates_.to.objects[after].holds_data) edge(create(after), alter(top));
        }
    }
}

/// Rows without a key are known by all else that is in them: one part changes after the other, before any goes, and back the other way round.
void MoveGraph::order_by_all_else() {
    std::map<Index, std::map<Index, Node>> changing;  // by whole, and by the part as it is in the catalog that the archive is made in
    for (Index i = 0; i < from_size_; ++i) {
        const Object& object = fates_.from.objects[i];
        if (object.whole == none || !object.is_in_rows() || !fates_.holds_data(i) || !fates_.altered(i)) continue;
        if (!moves_dependents(fates_, i) || fates_.of(i).retyped || fates_.of(i).implied) continue;
        const Object& before = fates_.archives ? fates_.from.objects[object.whole] : fates_.to.objects[fates_.of(object.whole).counterpart];
        if (!before.value("row_key")) changing[object.whole].emplace(fates_.archives ? i : fates_.of(i).counterpart, alter(i));
    }
    for (const auto& [whole, parts] : changing) {
        for (auto part = parts.begin(), next = std::next(part); next != parts.end(); part = next++)
            fates_.archives ? edge(part->second, next->second) : edge(next->second, part->second);
        for (const auto& link : fates_.from_links.dependents(whole))
            if (fates_.archives && fates_.from.objects[link.other].whole == whole && fates_.gone(link.other) && fates_.holds_data(link.other))
                edge(parts.rbegin()->second, drop(link.other));
    }
}

/// The types that the values of a part are made of.
std::set<Index> MoveGraph::types_of(Index part) const {
    std::set<Index> out;
    std::vector<Index> seen{part};
    for (std::size_t s = 0; s < seen.size(); ++s)
        for (const auto& link : fates_.from_links.references(seen[s]))
            if (fates_.from.objects[link.other].kind->step_aside && out.insert(link.other).second) seen.push_back(link.other);
    return out;
}

/// The relations whose rows an object may see, also by way of views.
std::set<Index> MoveGraph::reads(Index j) const {
    std::set<Index> out;
    std::vector<Index> seen{j};
    for (std::size_t s = 0; s < seen.size(); ++s)
        for (Index root : roots(fates_.to, fates_.to_links, seen[s]))
            if (out.insert(root).second && !fates_.to.objects[root].kind->data) seen.push_back(root);
    return out;
}

}  // namespace plumb::diff
