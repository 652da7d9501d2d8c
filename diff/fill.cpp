// Statements that give rows values, and whom they wake.
#include <algorithm>
#include <set>

#include "diff/keep.hpp"
#include "diff/plan.hpp"

namespace plumb::diff {

bool lists(const std::string& names, const std::string& name) { return (", " + names + ",").find(", " + name + ",") != std::string::npos; }

bool is_in(const std::string& key, const Object& object) { return object.is_in_rows() && lists(key, render(object.kind->data->name, object)); }

std::vector<Index> listeners(const Catalog& catalog, Index object) {
    std::set<Index> roots;
    for (Index i = 0; i < static_cast<Index>(catalog.objects.size()); ++i)
        for (Index one = i; one != none; one = catalog.objects[one].origin)
            if (one == object) roots.insert(catalog.root(i));
    std::vector<Index> out;
    for (Index i = 0; i < static_cast<Index>(catalog.objects.size()); ++i)
        if (roots.contains(catalog.root(i)) && catalog.objects[i].value("silence")) out.push_back(i);
    return out;
}

std::vector<Index> woken(const Catalog& catalog, Index object) {
    const Object& filled = catalog.objects[object];
    const auto name = filled.is_in_rows() ? render(filled.kind->data->name, filled) : "";
    auto out = listeners(catalog, object);
    std::erase_if(out, [&](Index i) {
        const auto columns = catalog.objects[i].value("fires_on_update");
        return !columns || !(columns->empty() || lists(*columns, name));
    });
    return out;
}

std::vector<Step> unseen(const Catalog& catalog, Index object, Step step) {
    std::vector<Step> out;
    auto listening = listeners(catalog, object);
    auto add = [&](const char* column) {
        for (Index i : listening) {
            const Object& one = catalog.objects[i];
            out.push_back({.phase = step.phase, .kind = one.kind->name, .identity = one.identity, .sql = *one.value(column),
                           .locks = {{catalog.objects[catalog.root(i)].identity, Lock::share_row_exclusive}}});
        }
    };
    if (listening.empty()) return {step};
    // What is silent for one is silent for all, so that nobody may write until it is not.
    step.ranges.reset();
    step.grade = Grade::exact;
    std::erase(step.hazards, Hazard::fires_triggers);
    step.hazards.push_back(Hazard::blocks_writes);
    add("silence");
    out.push_back(std::move(step));
    add("waking");
    out.back().commits_after = true;
    return out;
}

namespace {

Words words_of(const Catalog& catalog, Index object, const Marks& marks) {
    const bool by_key = !marks.all_else.has_value();
    return {{"archive", marks.table},
            {"key", by_key ? catalog.objects[catalog.root(object)].value("row_key") : std::nullopt},
            {"others", word(marks.all_else.value_or(""))}};
}

}  // namespace

std::vector<Step> room(const Catalog& catalog, Index object, const Marks& marks) {
    const Object& part = catalog.objects[object];
    std::vector<Step> out;
    for (const char* pattern : part.kind->data->mark)
        if (auto sql = render(pattern, part, {}, words_of(catalog, object, marks)); !sql.empty())
            out.push_back({.phase = Phase::migrate, .kind = part.kind->name, .identity = part.identity, .sql = std::move(sql)});
    return out;
}

Step fill(const Catalog& catalog, Index object, const std::string& expression, const Marks& marks) {
    const Object &filled = catalog.objects[object], &root = catalog.objects[catalog.root(object)];
    Step out{.phase = Phase::migrate, .kind = filled.kind->name, .identity = filled.identity, .place = filled.place};
    out.sql = render(filled.kind->data->fill, filled, {}, {{"fill", expression}});
    out.locks = {{root.identity, Lock::row_exclusive}};
    if (!woken(catalog, object).empty()) {
        // What a trigger does to other values is not known, so the way back does not undo it.
        out.hazards = {Hazard::fires_triggers};
        out.grade = Grade::lossy;
    }
    if (filled.is_in_rows() && root.value("update_fails")) out.hazards.push_back(Hazard::breaks_replication);
    if (!filled.kind->data->lacking) return out;
    out.ranges = Ranges{.relation = root.identity,
                        .key = root.value("row_key").value_or(""),
                        .literal = root.value("row_literal").value_or(""),
                        .empty = render(filled.kind->data->empty, filled),
                        .lacking = render(filled.kind->data->lacking, filled, {}, {{"fill", expression}})};
    if (marks.table.empty()) return out;
    out.ranges->tail = render(filled.kind->data->marked, filled, {}, words_of(catalog, object, marks));
    out.sql = "WITH filled AS (" + out.sql + out.ranges->tail;
    if (out.grade == Grade::exact) out.grade = Grade::exact_with_archive;
    return out;
}

}  // namespace plumb::diff
