// What the statements of a leg do with rows.
#include "diff/keep.hpp"

#include <algorithm>
#include <utility>

#include "engine/model/kind.hpp"

namespace plumb::diff {

namespace {

/// What the patterns of Data name beside the object's own values; `kept` is a part in the list of that name: empty, it is in none of them.
template <class Kept>
Words words_of(const Catalog& catalog, const Links& links, Index object, Kept kept) {
    Words out;
    const Object& root = catalog.objects[catalog.root(object)];
    out["key"] = root.value("row_key");
    out["match"] = root.value("row_match");
    auto add = [&](const char* list, const std::string& text) {
        if (!text.empty()) out[list] = (out[list] ? *out[list] + ", " : "") + text;
    };
    out["names"] = out["kept"] = out["back"] = out["others"] = std::nullopt;
    auto take = [&](Index i) {
        const Object& part = catalog.objects[i];
        const std::string text = part.is_in_rows() ? kept(i) : "";
        if (text.empty()) return;
        add("names", render(part.kind->data->name, part));
        add("kept", text);
        add("back", render(part.kind->data->back, part));
    };
    take(object);
    for (const auto& link : links.dependents(object))
        if (link.type == 'a' && catalog.objects[link.other].whole == object) take(link.other);
    return out;
}

/// What stands before the first point that no quotes hold.
std::string schema_of(const std::string& identity) {
    bool quoted = false;
    for (std::size_t at = 0; at < identity.size(); ++at) {
        if (identity[at] == '"') quoted = !quoted;
        if (identity[at] == '.' && !quoted) return identity.substr(0, at);
    }
    return identity;
}

}  // namespace

std::string name_of_ours(const std::string& schema, const Object& object, std::size_t number) {
    std::string out;
    for (char c : object.name)
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_') out += c;
    return schema + ".of_" + out.substr(0, 40) + "_" + std::to_string(number);
}

std::vector<Index> with_parts(const Move& move) {
    std::vector<Index> out{move.object};
    out.insert(out.end(), move.parts.begin(), move.parts.end());
    return out;
}

bool Keeper::archive(const Move& move) {
    bool lost = false;
    for (Index i : with_parts(move)) {
        const auto& data = from(i).kind->data;
        Index whole = from(i).whole;
        // A whole that goes and has no rows of its own has them in others, which keep theirs.
        bool with_whole = whole != none && from(i).is_in_rows() && (archived.contains(whole) || aside_.contains(whole) || (fates_.gone(whole) && !from(whole).holds_data));
        if (!data || data->archive.empty() || with_whole || !(fates_.holds_data(i) || !data->fill)) continue;
        if (goes_over(i)) set_aside(i);
        else if (!archive(i)) lost = true;
    }
    for (Index i : with_parts(move)) dropped_.insert(i);
    return lost;
}

bool Keeper::archive(Index i) {
    const Object& object = from(i);
    bool by_key = object.is_in_rows();
    if (rows_.archive.empty()) return false;
    bool keyless_part = by_key && !keeps_key(i);
    if (is_replaced_part(i)) {
        if (!keyless_part) about_values(fates_.from, object, new_archive(i), object.kind->data->keep);
        return !keyless_part;
    }
    Words words = words_of(fates_.from, fates_.from_links, i, [&](Index part) { return kept(part); });
    if (keyless_part) {
        if (fates_.of(i).counterpart == none && is_found_again(fates_, i)) words["others"] = word(all_else(fates_, i, dropped_).value_or(""));
        words["key"] = words["match"] = std::nullopt;
        if (!words["others"]) return false;
        keyless.emplace_back(i, *words["others"]);
    }
    words["archive"] = new_archive(i);
    copy(i, std::move(words), by_key ? Effect{.lock = Lock::share_row_exclusive, .scans = true} : Effect{.lock = Lock::none}, Phase::contract);
    return true;
}

void Keeper::copy(Index i, Words words, const Effect& effect, Phase phase) {
    bool first = true;
    for (const char* pattern : from(i).kind->data->archive) {
        auto sql = render(pattern, from(i), {}, words);
        if (sql.empty()) continue;
        script_.add(Verb::alter, from(i), fates_.from, sql, std::exchange(first, false) ? effect : Effect{.lock = Lock::none});
        script_.steps.back().phase = phase;
    }
}

void Keeper::set_aside(Index i) {
    const Object& root = fates_.to.objects[fates_.to.root(fates_.heir(i))];
    const std::string prefix = schema_of(root.identity) + ".plumb_rows_";
    auto is_taken = [&](const std::string& name) {
        return std::ranges::any_of(kinds(), [&](const Kind* kind) { return fates_.from.find(kind, name) != none; }) ||
               std::ranges::any_of(aside_, [&](const auto& known) { return known.second == name; });
    };
    std::size_t number = 1;
    while (is_taken(prefix + std::to_string(number))) ++number;
    Words words = words_of(fates_.from, fates_.from_links, i, [&](Index part) { return kept(part); });
    words["archive"] = aside_[i] = prefix + std::to_string(number);
    words["key"] = std::nullopt;
    bool rows = from(i).kind->data->fill;
    copy(i, std::move(words), rows ? Effect{.rewrites = true} : Effect{.lock = Lock::none}, Phase::migrate);
}

void Keeper::bring(Index j, const std::string& table, Words words) {
    const Data& data = *to(j).kind->data;
    words["archive"] = table;
    words["fill"] = render(data.restore, to(j), {}, words);
    script_.add(Verb::alter, to(j), fates_.to, data.fill ? render(data.fill, to(j), {}, words) : *words["fill"],
                {.lock = Lock::row_exclusive});
}

void Keeper::carry(Index j) {
    std::vector<std::string> tables;
    std::map<std::string, Index> there;  // the columns that all of them have
    for (const auto& [i, table] : aside_) {
        if (fates_.heir(i) != j) continue;
        tables.push_back(table);
        there = parts_of_rows(fates_.from, fates_.from_links, i);
    }
    if (tables.empty()) return;
    Words words = words_of(fates_.to, fates_.to_links, j, [&](Index part) {
        auto name = render(to(part).kind->data->name, to(part));
        return there.contains(name) ? name : "";
    });
    // In one statement, as rows may refer to one another.
    std::string all;
    for (const auto& table : tables) all += (all.empty() ? "(SELECT " : " UNION ALL SELECT ") + words["names"].value_or("") + " FROM " + table;
    bring(j, tables.size() == 1 ? tables.front() : all + ") AS a", std::move(words));
    script_.steps.back().phase = Phase::migrate;
    for (const auto& table : tables) {
        script_.add(Verb::alter, to(j), fates_.to, "DROP TABLE " + table, {.lock = Lock::none});
        script_.steps.back().phase = Phase::migrate;
    }
}

std::string Keeper::new_archive(Index i) {
    return archived[i] = name_of_ours(rows_.archive, from(i), rows_.archived + archived.size() + 1);
}

std::string Keeper::kept(Index i) const {
    return render(has_type(fates_.from, fates_.from_links, i) ? from(i).kind->data->kept : from(i).kind->data->name, from(i));
}

std::string Keeper::held(const Move& move) const {
    std::vector<Index> out;
    for (Index i : with_parts(move)) {
        bool with_whole = from(i).whole != none && i != move.object && from(i).is_in_rows();
        if (fates_.holds_data(i) && !with_whole) out.push_back(i);
    }
    return count(out);
}

std::string Keeper::count(const std::vector<Index>& objects) const {
    std::string out;
    for (Index i : objects) {
        const auto& data = from(i).kind->data;
        if (!data || !data->held) return "";
        out += (out.empty() ? "SELECT (" : " + (") + render(data->held, from(i)) + ")";
    }
    return out;
}

void Keeper::restore(Index j) {
    if (to(j).is_in_rows()) return;
    if (auto found = rows_.restores.find(j); found != rows_.restores.end())
        bring(j, found->second, words_of(fates_.to, fates_.to_links, j, [&](Index part) { return render(to(part).kind->data->name, to(part)); }));
    // Rows wait until there is room for all of them.
    if (to(j).kind->data && !to(j).kind->data->fill) carry(j);
}

std::vector<Index> Keeper::holders(Index type) const {
    std::vector<Index> out, types{type};
    auto add = [](std::vector<Index>& list, Index one) {
        if (std::ranges::find(list, one) == list.end()) list.push_back(one);
    };
    for (std::size_t t = 0; t < types.size(); ++t)
        for (const auto& link : fates_.from_links.dependents(types[t])) {
            const Object& user = from(link.other);
            if (user.kind->step_aside) add(types, link.other);
            bool is_in_rows = user.is_in_rows() && user.origin == none && !render(user.kind->data->name, user).empty();
            if (is_in_rows && link.type == 'n' && user.whole != type && !fates_.gone(link.other)) add(out, link.other);
        }
    return out;
}

bool Keeper::keeps_key(Index i, bool values_known) const {
    Index old_root = fates_.from.root(i), root = fates_.of(old_root).counterpart;
    auto key = from(old_root).value("row_key");
    bool same = key && root != none && !fates_.gone(old_root) && to(root).value("row_key") == key;
    // What an archive is keyed by may become another type, which `order_by_keys` sees to, but not where that type comes and goes.
    auto is_known = [&](Index part) {
        if (fates_.of(part).retyped) return false;
        if (part == i) return values_known;
        return !fates_.gone(part) && !(is_in(*key, from(i)) && moves_dependents(fates_, part));
    };
    return same && !is_tied(fates_, i) && std::ranges::none_of(fates_.from_links.dependents(old_root), [&](const Links::Link& link) {
               return from(link.other).whole == old_root && is_in(*key, from(link.other)) && !is_known(link.other);
           });
}

void Keeper::guard(Index j) {
    const Data& data = *to(j).kind->data;
    script_.add(Verb::alter, to(j), fates_.to, render(data.guard, to(j)), {.commits_after = true});
    const auto marks = rows_.marks.find(j);
    auto step = fill(fates_.to, j, rows_.fills.at(j), marks == rows_.marks.end() ? Marks{} : marks->second);
    for (auto& one : rows_.unseen ? unseen(fates_.to, j, std::move(step)) : std::vector{std::move(step)}) script_.steps.push_back(std::move(one));
    script_.add(Verb::alter, to(j), fates_.to, render(data.validate, to(j)),
                {.lock = Lock::share_update_exclusive, .commits_after = true});
}

}  // namespace plumb::diff
