// What goes over from an object that goes to the one that takes its place: rows, and the position of sequences.
#include "diff/fates.hpp"
#include "engine/model/pattern.hpp"

namespace plumb::diff {

namespace {

/// The column that a sequence counts for; none for what is no such sequence.
Index counted(const Catalog& catalog, const Links& links, Index i) {
    const Object& object = catalog.objects[i];
    if (!object.kind->data || !object.kind->data->restore || object.kind->data->fill || object.is_in_rows()) return none;
    if (object.whole != none) return object.whole;
    for (const auto& link : links.dependents(i))
        if (catalog.objects[link.other].whole == i && catalog.objects[link.other].kind->ties)
            for (Index column : tied_to(catalog, links, link.other)) return column;
    return none;
}

}  // namespace

std::map<std::string, Index> parts_of_rows(const Catalog& catalog, const Links& links, Index whole) {
    std::map<std::string, Index> out;
    for (const auto& link : links.dependents(whole))
        if (const Object& part = catalog.objects[link.other]; part.whole == whole && part.is_in_rows())
            if (auto name = render(part.kind->data->name, part); !name.empty()) out.emplace(name, link.other);
    return out;
}

void Fates::find_heirs() {
    for (Index i = 0; i < static_cast<Index>(outcomes_.size()); ++i) {
        const auto& data = from.objects[i].kind->data;
        if (!gone(i) || !data || !data->restore || data->name) continue;
        Index j = data->fill ? successor(i) : next_counter(i);
        if (j != none && (!data->fill || takes_rows(i, j))) heirs_[i] = j;
    }
}

bool Fates::goes_along(Index row, Index with) const {
    const Object &object = from.objects[row], &other = from.objects[with];
    if (!object.kind->is_row || object.whole == none || !of(object.whole).takes_rows) return false;
    return other.kind->ties || (from.root(with) == object.whole && !other.kind->is_row);
}

/// What is made anew in its place, or in that of what it is tied to as a partition.
Index Fates::successor(Index i) const {
    if (of(i).fate == Fate::replaced) return of(i).counterpart;
    for (const auto& link : from_links.dependents(i))
        if (const Object& tie = from.objects[link.other]; gone(i) && tie.whole == i && tie.kind->excludes)
            for (Index other : tied_to(from, from_links, link.other)) return successor(other);
    return none;
}

/// The same one, or the one that comes for the same column.
Index Fates::next_counter(Index i) const {
    if (of(i).fate == Fate::replaced) return of(i).counterpart;
    Index old_column = counted(from, from_links, i), column = old_column == none ? none : of(old_column).counterpart;
    if (column == none || gone(old_column)) return none;
    for (const auto& link : to_links.dependents(column)) {
        Index j = to.objects[link.other].kind->ties ? to.objects[link.other].whole : link.other;
        if (j != none && old_of(j) == none && made(j) && counted(to, to_links, j) == column) return j;
    }
    return none;
}

/// Where there is an archive, it rather takes all than that some of them are left behind.
bool Fates::takes_rows(Index i, Index j) const {
    if (const auto& data = from.objects[i].kind->data; !data || !data->fill || data->name) return false;
    const auto olds = parts_of_rows(from, from_links, i), news = parts_of_rows(to, to_links, j);
    std::size_t common = 0;
    for (const auto& [name, old_part] : olds)
        if (auto found = news.find(name); found != news.end()) {
            if (from.objects[old_part].value("type") != to.objects[found->second].value("type")) return false;
            ++common;
        }
    return common == olds.size() || (common == news.size() && !archives);
}

std::vector<Index> Fates::left_behind(Index i) const {
    std::vector<Index> out;
    if (heir(i) == none || !from.objects[i].kind->data->fill || !from.objects[i].holds_data) return out;
    const auto news = parts_of_rows(to, to_links, heir(i));
    for (const auto& [name, part] : parts_of_rows(from, from_links, i))
        if (!news.contains(name)) out.push_back(part);
    return out;
}

}  // namespace plumb::diff
