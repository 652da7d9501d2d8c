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

/// What the patterns for old values of an object name: the table of the archive, and the key of its rows, without the object itself where
/// it is `own`, and with none of its values.
Words words_of_key(const Catalog& catalog, const Object& object, const Value& table) {
    const Object& root = catalog.objects[catalog.root(catalog.find(object.kind, object.identity))];
    const Value key = root.value("row_key");
    Words out{{"archive", table}, {"key", key}, {"match", root.value("row_match")}, {"own", std::nullopt}, {"rest", key}, {"row", key},
              {"converted", std::nullopt}};
    const std::string name = object.is_in_rows() ? render(object.kind->data->name, object) : "";
    if (!key || name.empty() || !lists(*key, name)) return out;
    auto put = [&](const std::string& instead) {
        std::string list = ", " + *key + ",";
        list.replace(list.find(", " + name + ","), name.size() + 2, instead);
        return list.size() < 3 ? std::nullopt : Value(list.substr(2, list.size() - 3));
    };
    out["own"] = "";
    out["rest"] = put("");
    out["row"] = put(", NULL");
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

std::string plain_name(const Object& object) {
    std::string out;
    for (char c : object.name)
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_') out += c;
    return "of_" + out.substr(0, 40);
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
        words["others"] = fates_.of(i).counterpart == none ? others(i) : std::nullopt;
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

Value Keeper::others(Index i) const {
    bool needs_more = std::ranges::any_of(fates_.from_links.references(i), [&](const Links::Link& link) { return link.other != from(i).whole; }) ||
                      std::ranges::any_of(fates_.from_links.dependents(i), [&](const Links::Link& link) {
                          return from(link.other).whole == i && !from(link.other).value("expression");
                      });
    if (is_tied(i) || needs_more) return std::nullopt;
    std::set<Index> parts;
    for (const auto& link : fates_.from_links.dependents(from(i).whole))
        if (from(link.other).whole == from(i).whole && from(link.other).is_in_rows()) parts.insert(link.other);
    Value out;
    for (Index part : parts) {
        if (part == i || dropped_.contains(part)) continue;
        auto name = render(from(part).kind->data->name, from(part));
        if (name.empty()) continue;
        const Outcome& outcome = fates_.of(part);
        if (outcome.fate == Fate::replaced || outcome.retyped || moves_dependents(fates_, part) || kept(part) != name) return std::nullopt;
        out = out ? *out + ", " + name : name;
    }
    return out;
}

bool Keeper::is_replaced_part(Index i) const {
    return from(i).is_in_rows() && !from(i).kind->data->keep.empty() && fates_.of(i).fate == Fate::replaced && !fates_.gone(from(i).whole);
}

void Keeper::forget(Index i) {
    if (auto known = rows_.values.find(fates_.of(i).counterpart); known != rows_.values.end() && forgotten_.insert(i).second)
        about_values(fates_.from, from(i), known->second, {from(i).kind->data->forget});
}

void Keeper::note(Index j) {
    made_.insert(j);
    Index old = fates_.old_of(j);
    const auto& data = to(j).kind->data;
    if (old == none || !is_replaced_part(old)) return;
    if (auto kept = archived.find(old); kept != archived.end()) about_values(fates_.to, to(j), kept->second, {data->note});
    if (auto known = rows_.values.find(j); known != rows_.values.end()) put_back(j, known->second);
}

std::string Keeper::new_archive(Index i) {
    return archived[i] = rows_.archive + "." + plain_name(from(i)) + "_" + std::to_string(rows_.archived + archived.size() + 1);
}

std::string Keeper::kept(Index i) const {
    // Now or in a later plan its type may change or go, which an archive that uses it would hinder.
    bool has_type = std::ranges::any_of(fates_.from_links.references(i), [&](const Links::Link& link) {
        return link.other != from(i).whole && link.type != 'w' && !from(link.other).is_in_rows();
    });
    return render(has_type ? from(i).kind->data->kept : from(i).kind->data->name, from(i));
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

std::vector<Index> Keeper::reached(Index i) const {
    const auto& data = from(i).kind->data;
    if (data && !data->keep.empty()) return {i};
    return from(i).kind->step_aside ? holders(i) : std::vector<Index>{};
}

void Keeper::change_values(Index i, const std::function<void()>& change_them, bool lossy) {
    const auto known = rows_.values.find(fates_.of(i).counterpart);
    const bool comes_back = known != rows_.values.end();
    const bool recalled = recalls(i);
    bool keeps_all = lossy;
    std::vector<Index> kept;
    const auto holders = reached(i);
    for (Index holder : holders) {
        if (!recalled) forget(holder);
        if (!lossy) continue;
        const Object& part = from(holder);
        bool keeps = !part.kind->data->keep.empty() && !rows_.archive.empty() && (!part.is_in_rows() || keeps_key(holder, holder == i)) && !archived.contains(holder);
        keeps_all = keeps_all && keeps;
        if (!keeps) continue;
        kept.push_back(holder);
        Words words;
        if (holder == i && part.is_in_rows()) words = {{"converted", converted(i)}};
        about_values(fates_.to, to(fates_.of(holder).counterpart), new_archive(holder), part.kind->data->keep, std::move(words));
    }
    std::size_t first = script_.steps.size();
    if (recalled) about_values(fates_.from, from(i), known->second, {from(i).kind->data->recall});
    change_them();
    for (Index holder : kept) about_values(fates_.to, to(fates_.of(holder).counterpart), archived[holder], {from(holder).kind->data->note});
    if (recalled) about_values(fates_.to, to(known->first), known->second, {from(i).kind->data->unrecall});
    if (comes_back && !recalled) put_back(known->first, known->second);
    const bool exact = comes_back || (keeps_all && !kept.empty());
    for (std::size_t s = first; s < script_.steps.size(); ++s) {
        Step& step = script_.steps[s];
        // What a trigger does to other values is another matter.
        if (step.grade != Grade::lossy || std::ranges::count(step.hazards, Hazard::fires_triggers) > 0) continue;
        if (exact) step.grade = Grade::exact_with_archive;
        // Old values come back as they were, but not those that were written since and that the cast rounds.
        if (holders.empty() || (exact && !(comes_back && is_cast(i))) || is_told_how_to_go_back(i)) continue;
        step.hazards.push_back(Hazard::loses_data);
        step.losing = is_cast(i) || !from(holders.front()).is_in_rows() ? rounded(i) : count(holders);
    }
}

bool Keeper::is_cast(Index i) const {
    const Object& after = to(fates_.of(i).counterpart);
    return from(i).is_in_rows() && !after.value("using") && from(i).value("type") != after.value("type");
}

std::string Keeper::rounded(Index i) const {
    if (!from(i).is_in_rows()) return render(from(i).kind->data->rounded, to(fates_.of(i).counterpart));
    const auto known = rows_.values.find(fates_.of(i).counterpart);
    Words words = words_of_key(fates_.from, from(i), known == rows_.values.end() ? std::nullopt : Value(known->second));
    words["converted"] = converted(i);
    return render(from(i).kind->data->rounded, from(i), {}, words);
}

bool Keeper::recalls(Index i) const {
    const Outcome& outcome = fates_.of(i);
    return from(i).is_in_rows() && rows_.values.contains(outcome.counterpart) &&
           (outcome.retyped || from(i).value("type") != to(outcome.counterpart).value("type"));
}

std::string Keeper::converted(Index i) const {
    const Outcome& outcome = fates_.of(i);
    Object said = to(outcome.counterpart);
    if (outcome.through) *said.find("through") = outcome.through;
    return said.kind->data->converted({fates_.from, fates_.to, from(i), said});
}

Value Keeper::conversion(Index i) const {
    const Outcome& outcome = fates_.of(i);
    auto with = [&](const char* pattern, const std::string& table) {
        Words words = words_of_key(fates_.from, from(i), table);
        words["converted"] = converted(i);
        return render(pattern, to(outcome.counterpart), {}, words);
    };
    if (recalls(i)) return with(from(i).kind->data->recalled, rows_.values.at(outcome.counterpart));
    if (auto kept = archived.find(i); kept != archived.end() && is_in(from(fates_.from.root(i)).value("row_key").value_or(""), i))
        return with(from(i).kind->data->became, kept->second);
    return outcome.retyped ? Value(converted(i)) : std::nullopt;
}

bool Keeper::is_told_how_to_go_back(Index i) const {
    return from(i).value("reverse_using") && !to(fates_.of(i).counterpart).value("using");
}

void Keeper::put_back_the_rest() {
    for (const auto& [j, table] : rows_.values) {
        if (fates_.of(fates_.old_of(j)).fate != Fate::kept) continue;
        std::size_t first = script_.steps.size();
        forget(fates_.old_of(j));
        put_back(j, table);
        for (std::size_t s = first; s < script_.steps.size(); ++s) {
            script_.steps[s].id = static_cast<int>(s) + 1;
            if (s > 0) script_.steps[s].depends_on = {static_cast<int>(s)};
        }
    }
}

void Keeper::put_back(Index j, const std::string& table) {
    std::vector<std::pair<const Catalog*, Index>> listening;
    for (Index i : listeners(fates_.from, fates_.old_of(j)))
        if (!dropped_.contains(i)) listening.emplace_back(&fates_.from, i);
    for (Index i : listeners(fates_.to, j))
        if (made_.contains(i)) listening.emplace_back(&fates_.to, i);
    auto add = [&](const Catalog& catalog, Index i, const char* column) {
        if (auto sql = catalog.objects[i].value(column)) script_.add(Verb::alter, catalog.objects[i], catalog, *sql, {.lock = Lock::share_row_exclusive});
    };
    for (auto [catalog, i] : listening) add(*catalog, i, "silence");
    about_values(fates_.to, to(j), table, {to(j).kind->data->put_back});
    for (auto [catalog, i] : listening) {
        bool stays = catalog == &fates_.from && !fates_.gone(i) && fates_.of(i).counterpart != none;
        stays ? add(fates_.to, fates_.of(i).counterpart, "waking") : add(*catalog, i, "waking");
    }
}

void Keeper::about_values(const Catalog& catalog, const Object& object, const std::string& table,
                          const std::vector<const char*>& patterns, Words words) {
    words.merge(words_of_key(catalog, object, table));
    for (const char* pattern : patterns) {
        auto sql = pattern ? render(pattern, object, {}, words) : "";
        if (sql.empty()) continue;
        script_.add(Verb::alter, object, catalog, sql, {.lock = Lock::none});
        script_.steps.back().phase = Phase::migrate;
    }
}

bool Keeper::keeps_key(Index i, bool values_known) const {
    Index old_root = fates_.from.root(i), root = fates_.of(old_root).counterpart;
    auto key = from(old_root).value("row_key");
    bool same = key && root != none && !fates_.gone(old_root) && to(root).value("row_key") == key;
    return same && !is_tied(i) && std::ranges::none_of(fates_.from_links.dependents(old_root), [&](const Links::Link& link) {
               const bool changes = link.other == i ? !values_known : fates_.altered(link.other);
               return from(link.other).whole == old_root && changes && is_in(*key, link.other);
           });
}

bool Keeper::is_in(const std::string& key, Index i) const {
    return from(i).is_in_rows() && lists(key, render(from(i).kind->data->name, from(i)));
}

bool Keeper::is_tied(Index i) const {
    return std::ranges::any_of(fates_.from_links.dependents(i),
                               [&](const Links::Link& link) { return link.type == 'a' && from(link.other).kind->ties; });
}

void Keeper::guard(Index j) {
    const Data& data = *to(j).kind->data;
    script_.add(Verb::alter, to(j), fates_.to, render(data.guard, to(j)), {.commits_after = true});
    auto step = fill(fates_.to, j, rows_.fills.at(j));
    for (auto& one : rows_.unseen ? unseen(fates_.to, j, std::move(step)) : std::vector{std::move(step)}) script_.steps.push_back(std::move(one));
    script_.add(Verb::alter, to(j), fates_.to, render(data.validate, to(j)),
                {.lock = Lock::share_update_exclusive, .commits_after = true});
}

}  // namespace plumb::diff
