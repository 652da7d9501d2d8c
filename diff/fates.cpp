// What happens to every object.
#include "diff/fates.hpp"

#include <algorithm>

#include "engine/model/pattern.hpp"

namespace plumb::diff {

Links::Links(const Catalog& catalog) : dependents_(catalog.objects.size()), references_(catalog.objects.size()) {
    for (const auto& dependency : catalog.dependencies) {
        dependents_[dependency.referenced].push_back({dependency.dependent, dependency.type});
        references_[dependency.dependent].push_back({dependency.referenced, dependency.type});
    }
}

std::vector<Index> tied_to(const Catalog& catalog, const Links& links, Index tie) {
    std::vector<Index> out;
    for (const auto& link : links.references(tie))
        if (link.type == 'a' && link.other != catalog.objects[tie].whole) out.push_back(link.other);
    return out;
}

bool Links::needs(Index dependent, Index referenced) const {
    return std::ranges::any_of(references_[dependent],
                               [&](const Link& link) { return link.other == referenced && link.type != 'w'; });
}

Fates::Fates(const Catalog& from, const Catalog& to, const Forced& forced, bool archives)
    : from(from),
      to(to),
      archives(archives),
      from_links(from),
      to_links(to),
      outcomes_(from.objects.size()),
      old_of_(to.objects.size(), none),
      heirs_(from.objects.size(), none),
      moved_columns_(from.objects.size()) {
    match();
    mark_implied();
    for (Index object : forced.replaced) replace(object);
    for (Index object : forced.aside) outcomes_[object].aside = true;
    spread();
    clear_the_way();
    find_heirs();
    for (Index i = 0; i < static_cast<Index>(outcomes_.size()); ++i) {
        if (of(i).retyped && changes_with(i) != none) outcomes_[i].implied = true;
        Index origin = from.objects[i].origin;
        if (origin == none || !gone(origin) || gone(i) || !reaches_heirs(from.objects[i])) continue;
        outcomes_[origin].leaves_heirs = true;
        outcomes_[i].implied = false;
    }
}

void Fates::match() {
    for (Index i = 0; i < static_cast<Index>(from.objects.size()); ++i) {
        const Object& object = from.objects[i];
        if (!object.managed) continue;
        Outcome& outcome = outcomes_[i];
        outcome.counterpart = to.find(object.kind, object.identity);
        if (outcome.counterpart == none) {
            outcome.fate = Fate::dropped;
            queue_.push_back(i);
            continue;
        }
        old_of_[outcome.counterpart] = i;
        find_changes(i);
        if (outcome.changed.empty()) continue;
        if (!can_change_in_place(i)) {
            replace(i);
            continue;
        }
        if (moves_dependents(*this, i) && is_fixed(i)) {
            replace(object.whole);
            continue;
        }
        outcome.fate = Fate::altered;
        queue_.push_back(i);
    }
}

void Fates::find_changes(Index i) {
    const Object &old_object = from.objects[i], &new_object = to.objects[outcomes_[i].counterpart];
    for (std::size_t c = 0; c < old_object.kind->columns.size(); ++c)
        if (differs(c, {from, to, old_object, new_object})) outcomes_[i].changed.push_back(c);
}

bool Fates::can_change_in_place(Index i) const {
    const Object &old_object = from.objects[i], &new_object = to.objects[outcomes_[i].counterpart];
    return std::ranges::all_of(outcomes_[i].changed, [&](std::size_t c) {
        const auto& change = old_object.kind->columns[c].change;
        if (std::holds_alternative<Replace>(change)) return false;
        if (auto rule = std::get_if<Rule>(&change)) return (*rule)({from, to, old_object, new_object}).has_value();
        return true;
    });
}

/// A change that the origin makes too reaches the inherited part by itself.
void Fates::mark_implied() {
    for (Index i = 0; i < static_cast<Index>(outcomes_.size()); ++i) outcomes_[i].implied = altered(i) && changes_with(i) != none;
}

bool Fates::makes_changes_of(Index other, Index i) const {
    auto alone = [&](std::size_t c) { return from.objects[i].kind->columns[c].alone; };
    return altered(other) && !std::ranges::all_of(outcomes_[i].changed, alone) && std::ranges::all_of(outcomes_[i].changed, [&](std::size_t c) {
        return alone(c) || (std::ranges::count(outcomes_[other].changed, c) > 0 &&
                            to.objects[outcomes_[i].counterpart].values[c] == to.objects[outcomes_[other].counterpart].values[c]);
    });
}

std::vector<std::size_t> Fates::own_changes(Index i) const {
    std::vector<std::size_t> out;
    const Outcome& outcome = outcomes_[i];
    const Object& after = to.objects[outcome.counterpart];
    bool type_changes = moves_dependents(*this, i);
    for (std::size_t c = 0; c < after.values.size(); ++c) {
        const Column& column = after.kind->columns[c];
        bool changed = std::ranges::count(outcome.changed, c) > 0, reset = type_changes && column.with_type && after.values[c];
        if ((column.alone || !outcome.implied) && (changed || reset)) out.push_back(c);
    }
    return out;
}

Index Fates::changes_with(Index i) const {
    const Object& object = from.objects[i];
    if (!reaches_heirs(object) || object.whole == none || !altered(i) || leaves(i)) return none;
    if (object.origin != none) return makes_changes_of(object.origin, i) ? object.origin : none;
    for (Index other : merged_with(from, from_links, i))
        if (makes_changes_of(other, i)) return other;
    return none;
}

void Fates::spread() {
    while (!queue_.empty()) {
        Index object = queue_.back();
        queue_.pop_back();
        for (const auto& link : from_links.dependents(object))
            if (link.type != 'w' && link.type != 'd' && link.type != 'o' && link.type != 'b') consider(link.other, object, link.type);
        if (gone(object)) with_siblings(object);
    }
}

void Fates::consider(Index dependent, Index referenced, char type) {
    const Outcome& outcome = outcomes_[dependent];
    const Kind& kind = *from.objects[dependent].kind;
    if (gone(dependent) || outcome.counterpart == none || (type == 'P' && outlives(dependent, referenced))) return;
    if (goes_along(dependent, referenced)) return;
    if (!gone(referenced) && !moves_dependents(*this, referenced)) {
        if (kind.gives_way && type == 'n') replace(dependent);
        return;
    }
    if (!gone(referenced)) {
        // What PostgreSQL rebuilds it prints from the old words, so it may only follow where those stay.
        bool same_words = from.objects[dependent].values == to.objects[outcome.counterpart].values;
        bool follows =
            kind.follows == Follows::all || (kind.follows == Follows::one && same_words && ++moved_columns_[dependent] < 2);
        if (!follows) return replace(dependent);
        // Nor can it be rebuilt while something leans on it that PostgreSQL does not take along.
        for (const auto& link : from_links.dependents(dependent))
            if (link.type == 'n' && !from_links.needs(link.other, referenced)) replace(link.other);
        return;
    }
    Index successor = outcomes_[referenced].counterpart;
    if (successor == none || !to_links.needs(outcome.counterpart, successor)) {
        // Changed while what stands alone is still there, it would pick it again.
        if (!altered(dependent) || (from.objects[referenced].kind->chosen && from.objects[referenced].whole == none)) replace(dependent);
    } else if (type != 'a' && from.objects[referenced].kind->step_aside && can_retype(dependent)) {
        outcomes_[referenced].aside = true;
        outcomes_[dependent].through = through(referenced);
        retype(dependent);
    } else {
        replace(dependent);
    }
}

/// Whether the kind has words for it, before and after.
bool Fates::can_retype(Index object) const {
    auto has_words = [](const Object& one) { return one.kind->retype && !render(one.kind->retype, one).empty(); };
    return has_words(from.objects[object]) && has_words(to.objects[outcomes_[object].counterpart]);
}

/// The cast from a type to its successor: by way of text where one that it is made of, and that is made anew, needs that.
const char* Fates::through(Index type) const {
    static constexpr std::string_view direct = "::";
    for (const auto& link : from_links.references(type))
        if (gone(link.other) && from.objects[link.other].kind->converts)
            if (const char* below = through(link.other); below != direct) return below;
    return from.objects[type].kind->converts;
}

/// A partition's index cannot go while that of its parent stays, nor the other way round, unless the partition leaves it first.
void Fates::with_siblings(Index object) {
    Index whole = from.objects[object].whole;
    if (whole != none && gone(whole)) return;
    for (const auto& link : from_links.references(object)) {
        if (link.type != 'P' || gone(link.other) || outcomes_[link.other].counterpart == none) continue;
        Index tie = binding_tie(object, link.other);
        if (tie == none || !parts(tie)) replace(link.other);
    }
}

/// The tie of a partition by which this part of it belongs to that of the parent; none where there is none.
Index Fates::binding_tie(Index part, Index of_parent) const {
    for (const auto& link : from_links.dependents(part))
        if (link.type == 'a' && from_links.needs(link.other, of_parent)) return from.objects[link.other].whole;
    return none;
}

/// Whether a tie goes, itself or with what it ties to.
bool Fates::parts(Index tie) const {
    return gone(tie) || std::ranges::any_of(tied_to(from, from_links, tie), [&](Index other) { return gone(other); });
}

bool Fates::comes_back(Index tie) const {
    const Object& object = from.objects[tie];
    return object.kind->ties && of(tie).fate == Fate::replaced && !gone(object.whole) &&
           std::ranges::none_of(tied_to(from, from_links, tie),
                                [&](Index other) { return gone(other) || from.objects[other].kind != from.objects[object.whole].kind; });
}

bool Fates::outlives(Index part, Index of_parent) const {
    Index tie = binding_tie(part, of_parent);
    return tie != none && parts(tie) && !comes_back(tie);
}

/// Whether PostgreSQL ties a part to its whole so firmly that it cannot change, as the column of a partition key.
bool Fates::is_fixed(Index part) const {
    return std::ranges::any_of(from_links.references(part), [&](const Links::Link& link) {
        return link.type == 'i' && link.other == from.objects[part].whole;
    });
}

/// What should come after a whole is joined goes before that is joined anew: it would be picked, or ask for what the whole lacks.
void Fates::clear_the_way() {
    for (const auto& [later, tie, type] : to.dependencies) {
        if (type != 'o' || !to.objects[later].kind->chosen || !to.objects[tie].kind->excludes || !made(tie) || old_of(later) == none) continue;
        Index joined = to.objects[tie].whole;
        bool finds_its_own = to.objects[later].whole != joined && std::ranges::any_of(to_links.dependents(later), [&](const Links::Link& link) {
            return link.type == 'a' && to.root(link.other) == joined && !to.objects[link.other].value("passed_over");
        });
        if (!finds_its_own) replace(old_of(later));
    }
    spread();
}

void Fates::replace(Index object) {
    if (gone(object) || outcomes_[object].counterpart == none) return;
    outcomes_[object].fate = Fate::replaced;
    outcomes_[object].takes_rows = takes_rows(object, outcomes_[object].counterpart);
    queue_.push_back(object);
}

void Fates::retype(Index object) {
    if (outcomes_[object].retyped) return;
    if (is_fixed(object)) return replace(from.objects[object].whole);
    outcomes_[object].retyped = true;
    outcomes_[object].fate = Fate::altered;
    Index origin = from.objects[object].origin;
    if (origin != none) outcomes_[object].implied = true;
    queue_.push_back(object);
}

namespace {

/// What a whole inherits from: what it depends on of its kind, itself or by a tie.
std::vector<Index> parents(const Catalog& catalog, const Links& links, Index whole) {
    std::vector<Index> out;
    auto add_from = [&](Index one) {
        for (const auto& link : links.references(one))
            if (link.other != whole && catalog.objects[link.other].kind == catalog.objects[whole].kind) out.push_back(link.other);
    };
    add_from(whole);
    for (const auto& link : links.dependents(whole))
        if (catalog.objects[link.other].kind->ties && catalog.objects[link.other].whole == whole) add_from(link.other);
    return out;
}

/// The parts of its name in what its whole inherits from.
std::vector<Index> namesakes(const Catalog& catalog, const Links& links, Index i) {
    std::vector<Index> out;
    const Object& object = catalog.objects[i];
    if (!reaches_heirs(object) || object.whole == none) return out;
    for (Index parent : parents(catalog, links, object.whole))
        for (const auto& part : links.dependents(parent)) {
            const Object& other = catalog.objects[part.other];
            if (other.whole == parent && other.kind == object.kind && other.name == object.name) out.push_back(part.other);
        }
    return out;
}

}  // namespace

std::vector<Index> merged_with(const Catalog& catalog, const Links& links, Index i) {
    return catalog.objects[i].origin == none ? namesakes(catalog, links, i) : std::vector<Index>{};
}

bool Fates::joins(Index j) const {
    Index whole = to.objects[j].whole == none ? none : old_of(to.objects[j].whole);
    if (whole == none || gone(whole)) return false;
    auto before = parents(from, from_links, whole);
    return std::ranges::any_of(namesakes(to, to_links, j), [&](Index other) {
        Index parent = to.objects[other].whole;
        return made(parent) || std::ranges::count(before, old_of(parent)) == 0;
    });
}

bool Fates::stays_own(Index j) const {
    const Object& object = to.objects[j];
    return object.origin != none && joins(j) && to_links.needs(object.whole, to.objects[object.origin].whole);
}

Object Fates::before_joining(Index j) const {
    Object object = to.objects[j];
    if (!joins(j)) return object;
    object.origin = none;
    for (const char* inherited : {"written", "generated_inside"})
        if (Value* text = object.find(inherited)) *text = "";
    return object;
}

bool Fates::leaves(Index i) const {
    Index whole = from.objects[i].whole;
    if (whole == none || gone(whole) || of(whole).counterpart == none) return false;
    auto after = parents(to, to_links, of(whole).counterpart);
    return std::ranges::any_of(namesakes(from, from_links, i), [&](Index other) {
        Index parent = from.objects[other].whole;
        return gone(parent) || std::ranges::count(after, of(parent).counterpart) == 0;
    });
}

bool Fates::holds_data(Index i) const {
    const Object& object = from.objects[i];
    return object.holds_data || (object.is_in_rows() && leaves(i) && !render(object.kind->data->name, object).empty());
}

bool moves_dependents(const Fates& fates, Index i) {
    const Outcome& outcome = fates.of(i);
    return outcome.retyped || std::ranges::any_of(outcome.changed, [&](std::size_t c) {
               return fates.from.objects[i].kind->columns[c].moves_dependents;
           });
}

bool says_one_way(const Object& part) {
    return (part.value("using") || part.value("fill")) && !part.value("cast") && !part.value("reverse_using");
}

std::vector<Warning> warnings(const Object& before, const Object& after) {
    std::vector<Warning> out;
    if (!changes_type(before, after)) return out;
    if (says_one_way(after))
        out.push_back({"a rollback casts what is written to @ after this deployment; `-- plumb: reverse using EXPRESSION` says what else becomes of it", after.identity});
    bool is_cast = !after.value("using") && (!after.value("fill") || after.value("cast"));
    if (is_cast && before.value("zoned") != after.value("zoned"))
        out.push_back({"what becomes of @ hangs on the TimeZone of the session that deploys; `-- plumb: using COLUMN AT TIME ZONE 'UTC'` says which", after.identity});
    return out;
}

bool commits_after(const Fates& fates, Index i) {
    return fates.altered(i) && std::ranges::any_of(fates.of(i).changed, [&](std::size_t c) {
               return fates.from.objects[i].kind->columns[c].effect.commits_after;
           });
}

}  // namespace plumb::diff
