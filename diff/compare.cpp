// What differs between two catalogs, as people read it.
#include <algorithm>

#include "diff/fates.hpp"
#include "diff/plan.hpp"

namespace plumb::diff {

namespace {

Difference difference(char sign, const Catalog& catalog, Index object) {
    const Object &row = catalog.objects[object], &whole = catalog.objects[catalog.root(object)];
    return {
        .sign = sign, .kind = row.kind->name, .identity = row.identity, .whole = whole.identity, .whole_kind = whole.kind->name};
}

/// How many columns differ on the way back. Those that differ on that way alone join the changed ones.
std::size_t changed_back(const Change& change, std::vector<std::size_t>& changed) {
    std::size_t back = 0;
    const Change reverse{change.to, change.from, change.new_object, change.old_object};
    const auto& columns = change.old_object.kind->columns;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        bool forth = std::ranges::find(changed, c) != changed.end();
        if ((!forth && !columns[c].alike) || !differs(c, reverse)) continue;
        ++back;
        if (!forth) changed.push_back(c);
    }
    return back;
}

std::vector<std::size_t> unclear_columns(const Object& one, const Object& other) {
    std::vector<std::size_t> out;
    for (std::size_t c = 0; c < one.values.size(); ++c)
        if (one.kind->columns[c].compare == Compare::expression && one.values[c] != other.values[c]) out.push_back(c);
    return out;
}

}  // namespace

std::vector<Difference> compare(const Catalog& from, const Catalog& to, Extent extent) {
    Fates fates(from, to);
    std::vector<Difference> out;
    for (Index i = 0; i < static_cast<Index>(from.objects.size()); ++i) {
        const Outcome& outcome = fates.of(i);
        if (outcome.counterpart == none) {
            if (from.objects[i].managed) out.push_back(difference('-', from, i));
            continue;
        }
        const Object &before = from.objects[i], &after = to.objects[outcome.counterpart];
        auto changed = outcome.changed;
        const auto back = changed_back({from, to, before, after}, changed);
        if (extent == Extent::planned) changed = outcome.changed;
        bool unclear = changed.empty() && (before.unclear || after.unclear);
        if (!changed.empty() || unclear) {
            Difference found = difference(unclear ? '?' : '~', to, outcome.counterpart);
            for (std::size_t c : unclear ? unclear_columns(before, after) : changed)
                found.changes.push_back(std::string(before.kind->columns[c].name) + ": " + before.values[c].value_or("none") +
                                        " -> " + after.values[c].value_or("none"));
            found.for_good = !unclear && back == 0;
            out.push_back(std::move(found));
        } else if (fates.gone(i)) {
            out.push_back(difference('!', to, outcome.counterpart));
        }
    }
    for (Index j = 0; j < static_cast<Index>(to.objects.size()); ++j)
        if (fates.old_of(j) == none && to.objects[j].managed) out.push_back(difference('+', to, j));
    return out;
}

}  // namespace plumb::diff
