// What becomes of values that a change alters for good, and how the old ones come back.
#include <algorithm>
#include <utility>

#include "diff/keep.hpp"
#include "engine/model/kind.hpp"

namespace plumb::diff {

Words Keeper::words_of_key(const Catalog& catalog, const Object& object, const Value& table) const {
    const Object& root = catalog.objects[catalog.root(catalog.find(object.kind, object.identity))];
    const Value key = root.value("row_key");
    Words out{{"archive", table}, {"key", key}, {"match", root.value("row_match")}, {"own", std::nullopt}, {"rest", key}, {"row", key},
              {"place", std::nullopt}, {"others", std::nullopt}, {"converted", std::nullopt}, {"zoned", object.value("zoned")}};
    if (auto known = all_else_.find(table.value_or("")); known != all_else_.end()) {
        out["place"] = out["own"] = "";
        out["key"] = out["rest"] = "plumb_part, plumb_place";
        out["row"] = "tableoid, ctid" + (known->second.empty() ? "" : ", " + known->second);
        out["others"] = word(known->second);
        out["match"] = std::nullopt;
        return out;
    }
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
        bool keeps = !part.kind->data->keep.empty() && !rows_.archive.empty() && !archived.contains(holder);
        Value others;
        if (keeps && part.is_in_rows() && !keeps_key(holder, holder == i)) {
            // What a type changes inside of values only shows afterwards.
            if (holder == i && fates_.holds_data(i) && (fates_.of(i).retyped || changes_type(part, to(fates_.of(i).counterpart)))) others = all_else(fates_, i, dropped_);
            keeps = others.has_value();
        }
        keeps_all = keeps_all && keeps;
        if (!keeps) continue;
        kept.push_back(holder);
        Words words;
        if (holder == i && part.is_in_rows()) words = {{"converted", converted(i)}};
        const auto table = new_archive(holder);
        if (others) {
            keyless.emplace_back(i, *others);
            all_else_[table] = *others;
        }
        about_values(fates_.to, to(fates_.of(holder).counterpart), table, part.kind->data->keep, std::move(words));
    }
    std::size_t first = script_.steps.size();
    if (recalled) {
        find(fates_.from, from(i), known->second);
        about_values(fates_.from, from(i), known->second, {from(i).kind->data->recall});
    }
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
    return changes_type(from(i), after) && !after.value("using");
}

std::string Keeper::rounded(Index i) const {
    if (!from(i).is_in_rows()) return render(from(i).kind->data->rounded, to(fates_.of(i).counterpart));
    const auto known = rows_.values.find(fates_.of(i).counterpart);
    Words words = words_of_key(fates_.from, from(i), known == rows_.values.end() ? std::nullopt : Value(known->second));
    words["converted"] = converted(i);
    words["returned"] = returned(i);
    return render(from(i).kind->data->rounded, from(i), {}, words);
}

bool Keeper::recalls(Index i) const {
    const Outcome& outcome = fates_.of(i);
    return rows_.values.contains(outcome.counterpart) && (outcome.retyped || changes_type(from(i), to(outcome.counterpart)));
}

std::string Keeper::converted(Index i) const {
    const Outcome& outcome = fates_.of(i);
    Object said = to(outcome.counterpart);
    if (outcome.through) *said.find("through") = outcome.through;
    return said.kind->data->converted({fates_.from, fates_.to, from(i), said});
}

std::string Keeper::returned(Index i) const {
    Object before = to(fates_.of(i).counterpart), after = from(i);
    for (Object* one : {&before, &after})
        for (auto said : {"using", "reverse_using"})
            if (Value* text = one->find(said)) text->reset();
    return after.kind->data->converted({fates_.to, fates_.from, before, after});
}

Value Keeper::conversion(Index i) const {
    const Outcome& outcome = fates_.of(i);
    const Object& after = to(outcome.counterpart);
    if (recalls(i)) {
        Words words = words_of_key(fates_.from, from(i), rows_.values.at(outcome.counterpart));
        words["converted"] = converted(i);
        return render(after.kind->data->recalled, after, {}, words);
    }
    if (auto kept = archived.find(i); kept != archived.end())
        if (Words words = words_of_key(fates_.to, after, kept->second); words.at("own")) return render(after.kind->data->became, after, {}, words);
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
    find(fates_.to, to(j), table);
    about_values(fates_.to, to(j), table, {to(j).kind->data->put_back});
    for (auto [catalog, i] : listening) {
        bool stays = catalog == &fates_.from && !fates_.gone(i) && fates_.of(i).counterpart != none;
        stays ? add(fates_.to, fates_.of(i).counterpart, "waking") : add(*catalog, i, "waking");
    }
}

void Keeper::find(const Catalog& catalog, const Object& object, const std::string& table) {
    about_values(catalog, object, table, object.kind->data->find, {}, {.lock = Lock::share_row_exclusive, .scans = true});
}

void Keeper::about_values(const Catalog& catalog, const Object& object, const std::string& table,
                          const std::vector<const char*>& patterns, Words words, Effect effect) {
    words.merge(words_of_key(catalog, object, table));
    for (const char* pattern : patterns) {
        auto sql = pattern ? render(pattern, object, {}, words) : "";
        if (sql.empty()) continue;
        script_.add(Verb::alter, object, catalog, sql, std::exchange(effect, {.lock = Lock::none}));
        script_.steps.back().phase = Phase::migrate;
    }
}

}  // namespace plumb::diff
