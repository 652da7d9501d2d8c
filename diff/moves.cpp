// What happens to objects as a graph.
#include "diff/moves.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "engine/model/pattern.hpp"

namespace plumb::diff {

namespace {

/// Those that what is tied to the whole may share.
std::vector<Index> parts_of(const Catalog& catalog, const Links& links, Index whole) {
    std::vector<Index> out;
    for (const auto& link : links.dependents(whole))
        if (catalog.objects[link.other].whole == whole && !catalog.objects[link.other].kind->is_row) out.push_back(link.other);
    return out;
}

/// Whether its change in place makes it leave one slot for another, as a new owner does.
bool leaves_slot(const Fates& fates, Index i) {
    return fates.altered(i) && fates.from.objects[i].slot != fates.to.objects[fates.of(i).counterpart].slot;
}

/// Whether rows must have their new values before the object changes: it then takes no others, or converts what it finds.
bool binds_rows(const Fates& fates, Index i) {
    const Outcome& outcome = fates.of(i);
    return outcome.retyped || std::ranges::any_of(outcome.changed, [&](std::size_t c) {
               return fates.from.objects[i].kind->columns[c].late && fates.to.objects[outcome.counterpart].values[c];
           });
}

std::array<std::string_view, 3> taken_names(const Object& object) { return {object.identity, object.occupies, object.slot}; }

}  // namespace

MoveGraph::MoveGraph(const Fates& fates)
    : fates_(fates), from_size_(static_cast<int>(fates.from.objects.size())), to_size_(static_cast<int>(fates.to.objects.size())),
      after_(size()), before_(size()) {
    find_nodes();
    order_by_dependencies();
    order_by_inheritance();
    order_by_ties();
    order_by_choice();
    order_by_names();
    order_by_rows();
    order_by_carrying();
    order_by_copies();
    order_by_keys();
    order_by_all_else();
}

void MoveGraph::find_nodes() {
    for (Index i = 0; i < from_size_; ++i) {
        if (fates_.gone(i)) nodes_.emplace_back(drop(i), drop_root(i));
        if (fates_.altered(i)) nodes_.emplace_back(alter(i), alter(i));
        // What an origin changes reaches what is inherited from it first.
        if (Index origin = fates_.from.objects[i].origin; fates_.altered(i) && origin != none && fates_.altered(origin)) edge(alter(origin), alter(i));
        // PostgreSQL drops none that is inherited, and merges none but those that are there.
        if (fates_.gone(i) && !fates_.gone(fates_.from.root(i)))
            for (Index other : merged_with(fates_.from, fates_.from_links, i))
                if (fates_.gone(other)) edge(drop(other), drop(i));
        if (Index other = fates_.altered(i) ? fates_.changes_with(i) : none; other != none) edge(alter(other), alter(i));
        if (fates_.of(i).aside) nodes_.emplace_back(aside(i), aside(i));
    }
    for (Index j = 0; j < to_size_; ++j) {
        if (!fates_.made(j)) continue;
        nodes_.emplace_back(create(j), create_root(j));
    }
    for (Index j = 0; j < to_size_; ++j)
        if (fates_.made(j) && !fates_.made(fates_.to.root(j)))
            for (Index other : merged_with(fates_.to, fates_.to_links, j))
                if (fates_.made(other)) edge(create(j), create(other));
}

Index MoveGraph::taken_by(Index i) const {
    const Object& object = fates_.from.objects[i];
    const bool returns = object.whole != none && fates_.comes_back(object.whole);
    if (object.whole != none && fates_.goes_along(i, object.whole)) return none;
    if (object.whole != none && fates_.gone(object.whole) && !returns) return object.whole;
    if (object.kind->ties) return none;
    if (object.origin != none && reaches_heirs(object) && fates_.gone(object.origin) && !fates_.of(object.origin).leaves_heirs && !fates_.leaves(i)) return object.origin;
    auto ties_to_what_stays = [&](const Links::Link& link) { return link.type == 'a' && link.other != object.whole && !fates_.gone(link.other); };
    if (returns && std::ranges::any_of(fates_.from_links.references(i), ties_to_what_stays)) return object.whole;
    for (const auto& link : fates_.from_links.references(i)) {
        bool stays = link.type == 'P' && fates_.outlives(i, link.other);
        if (std::string_view("aidPS").find(link.type) != std::string_view::npos && fates_.gone(link.other) && link.other != object.whole && !stays) return link.other;
    }
    return returns ? object.whole : none;
}

Node MoveGraph::drop_root(Index i) const {
    for (int depth = 0; depth < 32; ++depth) {
        Index taker = taken_by(i);
        if (taker == none) break;
        i = taker;
    }
    return drop(i);
}

Node MoveGraph::create_root(Index j) const {
    for (;;) {
        const Object& object = fates_.to.objects[j];
        bool with_whole = object.whole != none && fates_.made(object.whole);
        if (with_whole && made_inside(object)) j = object.whole;
        else if (with_whole && object.apart) return create(j);
        else if (comes_with_origin(j)) j = object.origin;
        else return create(j);
    }
}

/// Whether it is there once its origin is. What does not reach heirs does when both tables are made.
bool MoveGraph::comes_with_origin(Index j) const {
    const Object& object = fates_.to.objects[j];
    if (object.origin == none || !fates_.made(object.origin) || fates_.joins(j)) return false;
    return reaches_heirs(object) || (fates_.made(object.whole) && fates_.made(fates_.to.objects[object.origin].whole));
}

/// Whether the CREATE of the whole makes the object. An inherited part without a text of its own comes with its origin,
/// and has no text that could take up what is made inside it.
bool MoveGraph::made_inside(const Object& object) const {
    if (!object.kind->inside || object.apart) return false;
    const Object& whole = fates_.to.objects[object.whole];
    if (object.origin != none || !*object.kind->inside) return true;
    bool takes_parts = (whole.kind->create && std::string_view(whole.kind->create).find("{+}") != std::string_view::npos) ||
                       (whole.kind->inside && std::string_view(whole.kind->inside).find("{+}") != std::string_view::npos);
    if (!takes_parts) return false;
    bool whole_has_text = whole.origin == none || !whole.kind->inside || !render(whole.kind->inside, whole).empty();
    return whole_has_text && !render(object.kind->inside, object).empty();
}

void MoveGraph::edge(Node before, Node after, bool weak) {
    if (before == after) return;
    after_[before].push_back({after, weak});
    before_[after].push_back(before);
}

void MoveGraph::order_by_dependencies() {
    for (const auto& [dependent, referenced, type] : fates_.from.dependencies) {
        if (type == 'w' || type == 'd' || type == 'o' || fates_.goes_along(dependent, referenced)) continue;
        bool gone = fates_.gone(dependent), altered = fates_.altered(dependent);
        if (gone && fates_.gone(referenced)) edge(drop(dependent), drop(referenced));
        // What is made again must not find what it leaned on before, such as the old key behind a foreign key.
        if (fates_.of(dependent).fate == Fate::replaced && fates_.gone(referenced) && !fates_.of(referenced).aside)
            edge(drop(referenced), create(fates_.of(dependent).counterpart));
        bool leaves = gone && fates_.from.objects[dependent].whole == referenced && fates_.leaves(dependent);
        if (gone && fates_.altered(referenced) && !leaves && !commits_after(fates_, referenced))
            for (Index i = referenced; i != none; i = fates_.of(i).implied ? fates_.changes_with(i) : none) edge(drop(dependent), alter(i));
        if (gone && fates_.of(referenced).aside && !fates_.of(dependent).aside) edge(drop(dependent), aside(referenced));
        // What PostgreSQL rebuilds with a column is gone for that moment.
        if (Index after = fates_.of(dependent).counterpart; gone && fates_.of(referenced).fate == Fate::kept)
            for (const auto& link : fates_.from_links.references(referenced))
                if (fates_.altered(link.other) && moves_dependents(fates_, link.other)) {
                    edge(drop(dependent), alter(link.other));
                    if (after != none) edge(alter(link.other), create(after));
                }
        if (altered && fates_.gone(referenced)) edge(alter(dependent), drop(referenced));
        if (altered && fates_.altered(referenced) &&
            !fates_.to_links.needs(fates_.of(dependent).counterpart, fates_.of(referenced).counterpart))
            edge(alter(dependent), alter(referenced));
    }
    for (const auto& [dependent, referenced, type] : fates_.to.dependencies) {
        if (type == 'd' || type == 'P' || type == 'S') continue;  // a partition's index is made on its own and attached
        bool weak = type == 'w';
        Index old_dependent = fates_.old_of(dependent), old_referenced = fates_.old_of(referenced);
        bool made = fates_.made(dependent), altered = old_dependent != none && fates_.altered(old_dependent);
        bool changes = old_referenced != none && fates_.altered(old_referenced);
        if (made && fates_.made(referenced)) edge(create(referenced), create(dependent), weak);
        if (fates_.to.objects[dependent].whole == referenced && fates_.joins(dependent)) continue;
        if (made && changes) edge(alter(old_referenced), create(dependent), weak);
        if (altered && fates_.made(referenced)) edge(create(referenced), alter(old_dependent), weak);
        bool rows_first = type == 'b' && changes && binds_rows(fates_, old_referenced);
        if (altered && changes) rows_first ? edge(alter(old_dependent), alter(old_referenced)) : edge(alter(old_referenced), alter(old_dependent), weak);
    }
}

/// What a whole comes to inherit it has before, as it will be; what it ceases to inherit changes afterwards.
void MoveGraph::order_by_inheritance() {
    auto ties = [](const Catalog& catalog, const Links& links, Index whole) {
        auto out = parts_of(catalog, links, whole);
        std::erase_if(out, [&](Index part) { return !catalog.objects[part].kind->ties; });
        return out;
    };
    auto leaves_before = [&](Index i, Node node) {
        Index whole = fates_.from.objects[i].whole;
        if (fates_.altered(whole)) edge(alter(whole), node);
        for (Index tie : ties(fates_.from, fates_.from_links, whole))
            if (fates_.gone(tie)) edge(drop(tie), node);
    };
    auto joins_after = [&](Index j, Node node) {
        Index whole = fates_.to.objects[j].whole, before = fates_.old_of(whole);
        if (fates_.altered(before)) edge(node, alter(before));
        for (Index tie : ties(fates_.to, fates_.to_links, whole))
            if (fates_.made(tie)) edge(node, create(tie));
    };
    for (Index i = 0; i < from_size_; ++i) {
        if (fates_.gone(i) && fates_.leaves(i)) leaves_before(i, drop(i));
        if (fates_.altered(i) && fates_.leaves(i)) {
            leaves_before(i, alter(i));
            if (Index origin = fates_.from.objects[i].origin; origin != none && fates_.altered(origin)) leaves_before(i, alter(origin));
        }
        if (Index j = fates_.of(i).counterpart; fates_.altered(i) && fates_.joins(j)) joins_after(j, alter(i));
    }
    for (Index j = 0; j < to_size_; ++j)
        if (fates_.made(j) && fates_.joins(j)) joins_after(j, create(j));
}

/// What leaves another object leaves before that loses or gets parts, which it would lose or get too; what joins one joins after old
/// parts went.
void MoveGraph::order_by_ties() {
    std::unordered_map<Index, std::vector<Node>> left;  // by what is left
    auto is_held = [&](Index part) {
        return std::ranges::any_of(fates_.from_links.references(part), [&](const Links::Link& link) { return link.type == 'P' && !fates_.gone(link.other); });
    };
    for (Index i = 0; i < from_size_; ++i) {
        if (!fates_.gone(i) || !fates_.from.objects[i].kind->ties) continue;
        const bool returns = fates_.comes_back(i);
        // What leaves for a moment only still loses what the other loses, and gets what it inherits.
        auto leave = [&](Node part, const Object& object) {
            bool first = returns && (reaches_heirs(object) || deed(part) == Deed::drop);
            first ? edge(part, drop(i)) : edge(drop(i), part);
        };
        // Nor may what leaves be reached by the changes of the other, or be held back in its own.
        for (Index part : parts_of(fates_.from, fates_.from_links, fates_.from.objects[i].whole)) {
            if (fates_.altered(part)) leave(alter(part), fates_.from.objects[part]);
            if (fates_.gone(part) && is_held(part)) edge(drop(i), drop(part));
        }
        if (Index stays = fates_.of(fates_.from.objects[i].whole).counterpart; stays != none)
            for (Index part : parts_of(fates_.to, fates_.to_links, stays))
                if (fates_.made(part)) leave(create(part), fates_.to.objects[part]);
        for (Index other : tied_to(fates_.from, fates_.from_links, i)) {
            if (fates_.from.objects[i].kind->excludes) left[other].push_back(drop(i));
            for (Index part : parts_of(fates_.from, fates_.from_links, other)) {
                if (fates_.gone(part) && !fates_.gone(other)) leave(drop(part), fates_.from.objects[part]);
                if (fates_.altered(part)) leave(alter(part), fates_.from.objects[part]);
            }
            if (Index stays = fates_.of(other).counterpart; stays != none)
                for (Index part : parts_of(fates_.to, fates_.to_links, stays))
                    if (fates_.made(part)) leave(create(part), fates_.to.objects[part]);
        }
    }
    for (Index j = 0; j < to_size_; ++j) {
        if (!fates_.made(j) || !fates_.to.objects[j].kind->ties) continue;
        if (Index before = fates_.old_of(fates_.to.objects[j].whole); before != none)
            for (Index part : parts_of(fates_.from, fates_.from_links, before))
                if (fates_.gone(part)) edge(drop(part), create(j));
        for (Index other : tied_to(fates_.to, fates_.to_links, j))
            if (Index before = fates_.old_of(other); before != none) {
                if (fates_.to.objects[j].kind->excludes)
                    for (Node leaving : left[before]) edge(leaving, create(j));
                for (Index part : parts_of(fates_.from, fates_.from_links, before))
                    if (fates_.gone(part)) edge(drop(part), create(j));
            }
    }
}

/// A foreign key takes the first key that fits, so what is made must not find one that is going.
void MoveGraph::order_by_choice() {
    // Nor a call a function of the name that is going.
    std::multimap<std::tuple<const Kind*, std::string_view, std::string_view>, Index> overloads;
    for (Index i = 0; i < from_size_; ++i)
        if (const Object& object = fates_.from.objects[i]; fates_.gone(i) && object.whole == none && !object.schema.empty())
            overloads.emplace(std::tuple(object.kind, std::string_view(object.schema), std::string_view(object.name)), i);
    for (const auto& [dependent, referenced, type] : fates_.to.dependencies) {
        const Object& called = fates_.to.objects[referenced];
        if (type == 'w' || !fates_.made(dependent) || fates_.to.objects[dependent].whole == referenced) continue;
        auto [first, last] = overloads.equal_range({called.kind, called.schema, called.name});
        for (auto it = first; it != last; ++it)
            if (fates_.from.objects[it->second].identity != called.identity) edge(drop(it->second), create(dependent), true);
    }
    for (const auto& [dependent, referenced, type] : fates_.to.dependencies) {
        const Object& chosen = fates_.to.objects[referenced];
        if (!chosen.kind->chosen || !fates_.made(dependent) || chosen.whole == none || fates_.old_of(chosen.whole) == none) continue;
        for (const auto& link : fates_.from_links.dependents(fates_.old_of(chosen.whole)))
            if (fates_.from.objects[link.other].kind->chosen && fates_.gone(link.other))
                edge(drop(link.other), create(dependent));
    }
    // What stands alone is picked for whatever has a body.
    for (Index i = 0; i < from_size_; ++i) {
        if (!fates_.from.objects[i].kind->chosen || fates_.from.objects[i].whole != none || !fates_.gone(i)) continue;
        for (Index j = 0; j < to_size_; ++j)
            if (fates_.to.objects[j].kind->body && fates_.made(j)) edge(drop(i), create(j));
    }
}

/// A name must be free before it is taken, whatever the kinds.
void MoveGraph::order_by_names() {
    std::unordered_map<std::string_view, std::vector<Node>> freed;
    for (Index i = 0; i < from_size_; ++i) {
        if (leaves_slot(fates_, i)) freed[fates_.from.objects[i].slot].push_back(alter(i));
        if (!fates_.gone(i)) continue;
        Node node = fates_.of(i).aside ? aside(i) : drop(i);
        for (std::string_view name : taken_names(fates_.from.objects[i])) freed[name].push_back(node);
    }
    auto take = [&](std::string_view name, Node taker) {
        if (auto found = freed.find(name); !name.empty() && found != freed.end())
            for (Node node : found->second) edge(node, taker);
    };
    for (Index j = 0; j < to_size_; ++j) {
        if (Index old = fates_.old_of(j); old != none && leaves_slot(fates_, old)) take(fates_.to.objects[j].slot, alter(old));
        if (!fates_.made(j)) continue;
        for (std::string_view name : taken_names(fates_.to.objects[j])) take(name, create(j));
    }
}

}  // namespace plumb::diff
