// How rows without a key are told apart: by all else that is in them.
#include <algorithm>

#include "diff/keep.hpp"
#include "engine/model/pattern.hpp"

namespace plumb::diff {

namespace {

/// Whether its rows may be wider than a whole, as those of what inherits it are, and no key of these is in what they have in common.
bool has_wider_rows(const Fates& fates, Index whole) {
    std::vector<Index> wholes{whole};
    const auto own = parts_of_rows(fates.from, fates.from_links, whole);
    auto is_wider = [&](Index heir) {
        const auto parts = parts_of_rows(fates.from, fates.from_links, heir);
        const Value key = fates.from.objects[heir].value("row_key");
        return parts.size() > own.size() &&
               !(key && std::ranges::all_of(parts, [&](const auto& part) { return own.contains(part.first) || !lists(*key, part.first); }));
    };
    for (std::size_t w = 0; w < wholes.size(); ++w)
        for (const auto& link : fates.from_links.dependents(wholes[w])) {
            const Object& other = fates.from.objects[link.other];
            const Index heir = other.kind == fates.from.objects[whole].kind ? link.other : other.kind->excludes && link.type == 'a' ? other.whole : wholes[w];
            if (heir == wholes[w]) continue;
            if (is_wider(heir)) return true;
            wholes.push_back(heir);
        }
    return false;
}

/// Whether a part tells rows apart by what it is, or was before it went or changed.
bool is_comparable(const Fates& fates, Index i) {
    const Outcome& outcome = fates.of(i);
    if (outcome.fate == Fate::replaced || outcome.retyped) return false;
    // MoveGraph::order_by_all_else lets one change after the other.
    return !moves_dependents(fates, i) || (!outcome.implied && !fates.from.objects[fates.from.objects[i].whole].value("row_key"));
}

}  // namespace

bool has_type(const Catalog& catalog, const Links& links, Index i) {
    return std::ranges::any_of(links.references(i), [&](const Links::Link& link) {
        return link.other != catalog.objects[i].whole && link.type != 'w' && !catalog.objects[link.other].is_in_rows();
    });
}

bool is_tied(const Fates& fates, Index i) {
    return std::ranges::any_of(fates.from_links.dependents(i), [&](const Links::Link& link) { return link.type == 'a' && fates.from.objects[link.other].kind->ties; });
}

bool is_found_again(const Fates& fates, Index i) {
    const auto& objects = fates.from.objects;
    const Index whole = fates.of(objects[i].whole).counterpart;
    // A table of a type takes no column before it leaves that.
    auto binds = [&](const Links::Link& link) {
        const Object& tie = fates.to.objects[link.other];
        return tie.whole == whole && tie.kind->ties && tie.kind->gives_way && fates.made(link.other);
    };
    if (whole == none || std::ranges::any_of(fates.to_links.dependents(whole), binds)) return false;
    return !is_tied(fates, i) &&
           std::ranges::none_of(fates.from_links.references(i), [&](const Links::Link& link) { return link.other != objects[i].whole; }) &&
           std::ranges::none_of(fates.from_links.dependents(i), [&](const Links::Link& link) { return objects[link.other].whole == i && !objects[link.other].value("expression"); });
}

Value all_else(const Fates& fates, Index i, const std::set<Index>& dropped) {
    const Index whole = fates.from.objects[i].whole;
    if (has_wider_rows(fates, whole)) return std::nullopt;
    const bool comparable = is_comparable(fates, i);
    std::map<Index, std::string> parts;
    for (const auto& [name, part] : parts_of_rows(fates.from, fates.from_links, whole)) parts[part] = name;
    std::string out;
    for (const auto& [part, name] : parts) {
        if (part == i || dropped.contains(part)) continue;
        const bool changes = moves_dependents(fates, part), goes = fates.of(part).fate == Fate::dropped;
        // What goes without coming back as it was tells nothing.
        if (goes && !(comparable && is_found_again(fates, part))) continue;
        if (!is_comparable(fates, part) || (changes && !comparable)) return std::nullopt;
        const Index after = fates.of(part).counterpart;
        const bool in_words = has_type(fates.from, fates.from_links, part) || (after != none && has_type(fates.to, fates.to_links, after));
        out += (out.empty() ? "" : ", ") + name + (in_words ? "::text" : "");
    }
    return out;
}

}  // namespace plumb::diff
