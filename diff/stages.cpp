// The states between two catalogs where rows are moved.
#include "diff/stages.hpp"

#include <algorithm>
#include <set>
#include <string_view>

#include "diff/fates.hpp"
#include "diff/follow.hpp"

namespace plumb::diff {

namespace {

Index size(const Catalog& catalog) { return static_cast<Index>(catalog.objects.size()); }

/// What is filled row by row, and what inherits it: by object, whether it is.
std::vector<bool> filled_parts(const Catalog& catalog, const Fills& fills) {
    std::vector<bool> out(catalog.objects.size());
    for (Index j = 0; j < size(catalog); ++j)
        for (Index i = j; i != none; i = catalog.objects[i].origin)
            if (fills.contains(i) && catalog.objects[i].whole != none) out[j] = true;
    return out;
}

bool is_hard(char type) { return std::string_view("wdo").find(type) == std::string_view::npos; }

/// Which objects of `to` can be made before anything changes.
class Early {
public:
    Early(const Fates& fates, const std::vector<bool>& filled) : fates_(fates), filled_(filled), early_(fates.to.objects.size()) {
        for (Index i = 0; i < size(fates.from); ++i) {
            if (const Object& object = fates.from.objects[i]; object.kind->excludes && fates.gone(i)) crowded_.insert(object.also_locks);
            heirs_.insert(fates.heir(i));
        }
        for (const auto& object : fates.from.objects)
            for (const auto& name : {object.identity, object.occupies, object.slot})
                if (!name.empty()) taken_.insert(name);
        for (Index j = 0; j < size(fates.to); ++j) early_[j] = may_be(j);
        std::vector<Index> waiting;
        for (Index j = 0; j < size(fates.to); ++j)
            if (early_[j] && !has_what_it_needs(j)) waiting.push_back(j);
        while (!waiting.empty()) {
            Index late = waiting.back();
            waiting.pop_back();
            if (!early_[late]) continue;
            early_[late] = false;
            for (const auto& link : fates.to_links.dependents(late))
                if (early_[link.other] && !has_what_it_needs(link.other)) waiting.push_back(link.other);
            // A whole is made with its parts or not at all.
            if (Index whole = fates.to.objects[late].whole; whole != none && early_[whole]) waiting.push_back(whole);
        }
    }

    bool has(Index j) const { return early_[j]; }

private:
    bool may_be(Index j) const {
        const Object& object = fates_.to.objects[j];
        if (!object.managed || fates_.old_of(j) != none || is_taken(object) || heirs_.contains(j)) return false;
        if (object.kind->excludes && crowded_.contains(object.also_locks)) return false;
        if (object.whole == none) return object.kind->governed_by == Governs::nothing && !object.kind->last;
        if (filled_[object.whole]) return false;
        // What is said of something that is there already may bind the old application; only new room for rows does not.
        Index old_whole = fates_.old_of(object.whole);
        return old_whole == none || object.kind->is_row || (object.kind->data && !is_tied(old_whole));
    }

    /// Whether its parts come and go with something else, as the columns of a typed table do with its type.
    bool is_tied(Index old_whole) const {
        const Catalog& from = fates_.from;
        return std::ranges::any_of(fates_.from_links.dependents(old_whole), [&](const Links::Link& tie) {
            return from.objects[tie.other].kind->ties && std::ranges::any_of(fates_.from_links.references(tie.other), [&](const Links::Link& link) {
                       return link.type == 'a' && from.objects[link.other].whole == old_whole;
                   });
        });
    }

    bool is_taken(const Object& object) const {
        return std::ranges::any_of(std::vector{object.identity, object.occupies, object.slot},
                                   [&](const std::string& name) { return !name.empty() && taken_.contains(name); });
    }

    bool has_what_it_needs(Index j) const {
        const Object& object = fates_.to.objects[j];
        bool whole_goes_on = object.whole == none || stays(object.whole) || early_[object.whole];
        return whole_goes_on && std::ranges::all_of(fates_.to_links.references(j), [&](const Links::Link& link) {
                   return !is_hard(link.type) || link.other == object.whole || early_[link.other] || is_same(link.other);
               });
    }

    bool stays(Index j) const { return fates_.old_of(j) != none && !fates_.gone(fates_.old_of(j)); }
    bool is_same(Index j) const { return fates_.old_of(j) != none && fates_.of(fates_.old_of(j)).fate == Fate::kept; }

    const Fates& fates_;
    const std::vector<bool>& filled_;
    std::vector<bool> early_;
    std::set<std::string> taken_;
    std::set<Index> heirs_;  ///< what takes over from an old one is made when that goes
    std::set<std::string_view> crowded_;  ///< what old ones leave that may stand in the way of new ones
};

/// A catalog that takes objects over from another.
class Builder {
public:
    Builder(Catalog base, const Catalog& other) : out_(std::move(base)), other_(other) {}

    /// Adds the object, or lets the one of its identity be like it.
    void take(Index j) {
        const Object& object = other_.objects[j];
        Index there = out_.find(object.kind, object.identity);
        if (there == none) {
            added_.push_back(j);
            out_.objects.push_back(object);
        } else {
            out_.objects[there].values = object.values;
            out_.objects[there].meaning = object.meaning;
        }
    }

    Catalog finish() && {
        out_.index();
        auto at = [&](Index j) { return j == none ? none : out_.find(other_.objects[j].kind, other_.objects[j].identity); };
        std::vector<bool> is_added(other_.objects.size());
        for (Index j : added_) {
            is_added[j] = true;
            Object& object = out_.objects[at(j)];
            object.whole = at(object.whole);
            object.origin = at(object.origin);
        }
        for (const auto& edge : other_.dependencies)
            if (Index referenced = at(edge.referenced); is_added[edge.dependent] && referenced != none)
                out_.dependencies.push_back({at(edge.dependent), referenced, edge.type});
        out_.casts.insert(other_.casts.begin(), other_.casts.end());
        out_.index();
        return std::move(out_);
    }

private:
    Catalog out_;
    const Catalog& other_;
    std::vector<Index> added_;
};

/// Adds the row with all that refer to it; false where one of them stays.
bool add_going(const Fates& fates, Index row, std::set<Index>& going) {
    if (!fates.gone(row)) return false;
    if (!going.insert(row).second) return true;
    return std::ranges::all_of(fates.from_links.dependents(row), [&](const Links::Link& link) {
        return !fates.from.objects[link.other].kind->is_row || add_going(fates, link.other, going);
    });
}

}  // namespace

std::set<Index> going_rows(const Catalog& from, const Catalog& to, const Fills& fills) {
    if (std::ranges::none_of(from.objects, [](const Object& object) { return object.kind->is_row; })) return {};
    Fates fates(from, to);
    std::set<Index> tables, out;
    for (const auto& [j, expression] : fills)
        if (Index whole = to.objects[j].whole; whole != none) tables.insert(fates.old_of(whole));
    for (Index i = 0; i < size(from); ++i) {
        std::set<Index> going;
        if (from.objects[i].kind->is_row && !out.contains(i) && tables.contains(from.objects[i].whole) && add_going(fates, i, going)) out.merge(going);
    }
    return out;
}

Fills fills(const Catalog& from, const Catalog& to) {
    Fills out;
    for (Index j = 0; j < static_cast<Index>(to.objects.size()); ++j) {
        const Object& object = to.objects[j];
        if (!object.managed || !object.kind->data || !object.kind->data->fill || !object["fill"]) continue;
        Index there = from.find(object.kind, object.identity);
        bool new_room = there == none && (object.whole == none || from.find(to.objects[object.whole].kind, to.objects[object.whole].identity) != none);
        bool waits = false;
        for (std::size_t c = 0; there != none && c < object.values.size(); ++c)
            waits = waits || (object.kind->columns[c].late && object.values[c] && differs(c, {from, to, from.objects[there], object}));
        if (new_room || waits || (there != none && is_followed(from, there))) out[j] = *object["fill"];
    }
    return out;
}

Stages stages(const Catalog& from, const Catalog& to, const Fills& fills) {
    Fates fates(from, to);
    auto filled = filled_parts(to, fills);
    Early early(fates, filled);
    Stages out;
    // What has to wait for rows is left out of what is made for them.
    Catalog unfilled = to;
    for (Index j = 0; j < size(to); ++j)
        if (early.has(j)) unfilled.objects[j] = fates.before_joining(j);
    for (Index j = 0; j < size(to); ++j)
        for (std::size_t c = 0; filled[j] && c < to.objects[j].values.size(); ++c)
            if (to.objects[j].kind->columns[c].late) unfilled.objects[j].values[c].reset();
    for (const auto& [j, expression] : fills) {
        const Object& object = to.objects[j];
        if (fates.old_of(j) == none && !early.has(j))
            throw Error(std::string(object.kind->name) + " " + object.identity + " cannot be filled: it needs what this plan changes",
                        object.place, "make that change in a plan of its own, before this one", Exit::usage);
    }
    Builder first(from, unfilled);
    for (Index j = 0; j < size(to); ++j)
        if (early.has(j)) first.take(j);
    out.early = std::move(first).finish();
    Builder second(out.early, to);
    for (Index j = 0; j < size(to); ++j)
        if (Index whole = to.objects[j].whole; whole != none && filled[whole] && to.objects[j].kind->inside) second.take(j);
    out.filled = std::move(second).finish();
    Builder third(out.filled, to);
    for (Index j = 0; j < size(to); ++j)
        if (filled[j]) third.take(j);
    out.strict = std::move(third).finish();
    return out;
}

}  // namespace plumb::diff
