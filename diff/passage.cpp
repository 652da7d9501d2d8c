// A part of the way from one catalog to another, and how to go back over it.
#include "diff/passage.hpp"

#include <algorithm>

#include "diff/plan.hpp"
#include "engine/model/pattern.hpp"

namespace plumb::diff {

namespace {

/// The query that finds the value of a row in the archive.
std::string restoring(const Catalog& catalog, Index i, const std::string& table) {
    const Object& root = catalog.objects[catalog.root(i)];
    auto found = render(catalog.objects[i].kind->data->restore, catalog.objects[i], {}, {{"archive", table}, {"match", root["row_match"]}, {"others", std::nullopt}});
    if (!has_late_value(catalog.objects[i])) return found;
    // Rows that came since get what new rows get, unless the files say what.
    for (const Value& otherwise : {catalog.objects[i].value("reverse_fill"), default_of(catalog, i)})
        if (otherwise) found = "coalesce((" + found + "), (" + *otherwise + "))";
    return found;
}

/// What a part gets that went without an archive that tells its rows.
Value computed(const Catalog& catalog, Index i) {
    const Value& expression = catalog.objects[i].value("reverse_fill");
    return expression ? expression : default_of(catalog, i);
}

/// The step that brings values back to the rows that are in all else what they were.
Step matching(const Catalog& catalog, const Passage& passage, const std::pair<Index, std::string>& part) {
    const auto& [i, others] = part;
    Step out = fill(catalog, in(catalog, passage.from->objects[i]), "");
    out.sql = render(passage.from->objects[i].kind->data->restore, passage.from->objects[i], {},
                     {{"archive", passage.archived.at(i)}, {"match", std::nullopt}, {"others", others}});
    out.ranges.reset();
    return out;
}

}  // namespace

Value default_of(const Catalog& catalog, Index i) {
    for (const auto& edge : catalog.dependencies)
        if (const Object& part = catalog.objects[edge.dependent]; edge.referenced == i && part.whole == i && part.value("expression"))
            return "CAST(" + *part.value("expression") + " AS " + catalog.objects[i].value("type").value_or("text") + ")";
    return std::nullopt;
}

void Steps::add(std::vector<Step> leg, std::optional<Phase> phase) {
    int before = static_cast<int>(out_.size());
    for (auto& step : leg) {
        step.id += before;
        for (int& id : step.depends_on) id += before;
        if (phase) step.phase = *phase;
        out_.push_back(std::move(step));
    }
}

void Steps::add_each(std::vector<Step> steps, std::optional<Phase> phase) {
    for (auto& step : steps) add(std::move(step), phase);
}

void Steps::add(Step step, std::optional<Phase> phase) {
    step.id = 1;
    add(std::vector{std::move(step)}, phase);
    if (out_.size() > 1) out_.back().depends_on = {out_.back().id - 1};
}

void Steps::commit() {
    if (!out_.empty()) out_.back().commits_after = true;
}

std::map<Index, std::string> strayed(const Passage& passage, std::set<std::string>& told) {
    std::map<Index, std::string> out;
    for (auto archived = passage.keyless.rbegin(); archived != passage.keyless.rend(); ++archived) {
        const auto& [i, all_else] = *archived;
        const Object& before = passage.from->objects[i];
        const Index after = in(*passage.to, before);
        const Object& part = after == none ? before : passage.to->objects[after];
        // What a fill has noted is no value, and the files may say what the rows get.
        const bool loses = passage.from != passage.to && !part.value(after == none ? "reverse_fill" : "reverse_using");
        if (told.insert(passage.from->objects[before.whole].identity).second && loses)
            out[i] = render(part.kind->data->strayed, part, {},
                            {{"archive", passage.archived.at(i)}, {"others", word(all_else)},
                             {"place", after == none ? std::nullopt : Value("")}, {"zoned", part.value("zoned")}});
    }
    return out;
}

void undo(const Passage& passage, Steps& inverse) {
    Fills fills;
    std::map<Index, std::string> restores, values, all_else;
    for (const auto& [i, table] : passage.archived) {
        const Object& object = passage.from->objects[i];
        if (in(*passage.to, object) != none) values[i] = table;
        else if (object.is_in_rows()) fills[i] = restoring(*passage.from, i, table);
        if (!object.is_in_rows()) restores[i] = table;
    }
    for (const auto& [i, names] : passage.keyless) {
        if (values.contains(i)) all_else[i] = names;
        else fills[i] = computed(*passage.from, i).value_or("NULL");
    }
    for (Index i : returning(*passage.from, *passage.to)) fills.try_emplace(i, *passage.from->objects[i].value("reverse_fill"));
    auto back_in = [&](const Catalog& catalog, const std::map<Index, std::string>& texts) { return in(catalog, *passage.from, texts); };
    auto step_back = [&](const Catalog& from, const Catalog& to, const Rows& rows) { inverse.add(leg(from, to, rows).steps, passage.phase); };
    // Where nothing but rows change, what was undone before keeps nobody waiting meanwhile.
    if (passage.from == passage.to) inverse.commit();
    if (fills.empty()) return step_back(*passage.to, *passage.from, {.restores = restores, .values = values, .all_else = all_else});
    const auto going = going_rows(*passage.to, *passage.from, fills);
    auto between = going.empty() ? stages(*passage.to, *passage.from, fills) : stages(reduced(*passage.to, going), *passage.from, fills);
    step_back(*passage.to, between.early, {.restores = back_in(between.early, restores)});
    auto there = [&](Index i) { return in(between.early, passage.from->objects[i]); };
    // What tells rows apart was there when they were set aside: what went last comes first.
    for (auto part = passage.keyless.rbegin(); part != passage.keyless.rend(); ++part)
        if (fills.contains(part->first)) inverse.add_each(unseen(between.early, there(part->first), matching(between.early, passage, *part)), passage.phase);
    auto is_matched = [&](Index i) { return std::ranges::any_of(passage.keyless, [&](const auto& part) { return part.first == i; }); };
    for (const auto& [i, expression] : fills) {
        const Object& object = passage.from->objects[i];
        if (is_matched(i) && !has_late_value(object)) continue;
        Step step = filling(between.early, there(i), expression, object);
        for (Index row : going)
            if (step.ranges && in(*passage.from, passage.to->objects[passage.to->objects[row].whole]) == object.whole)
                step.ranges->lacking += " AND NOT (" + *passage.to->objects[row].value("match") + ")";
        auto steps = unseen(between.early, there(i), std::move(step));
        if (steps.size() > 1) inverse.commit();
        inverse.add_each(steps, passage.phase);
    }
    step_back(between.early, between.filled, {});
    step_back(between.filled, between.strict, {.fills = back_in(between.strict, fills), .unseen = true});
    for (const auto& [i, expression] : fills) {
        const Object& object = passage.from->objects[i];
        // The application may have written rows meanwhile.
        if (object.value("reverse_fill") && !has_late_value(object) && !is_matched(i)) inverse.add(filling(between.strict, in(between.strict, object), expression, object), passage.phase);
    }
    step_back(between.strict, *passage.from, {.restores = restores, .values = values, .all_else = all_else});
}

bool is_left_empty(const Catalog& catalog, Index i) {
    const Object& object = catalog.objects[i];
    return object.is_in_rows() && has_late_value(object) && !object.value("reverse_fill") && !default_of(catalog, i);
}

std::vector<Index> returning(const Catalog& from, const Catalog& to) {
    std::vector<Index> out;
    for (Index i = 0; i < static_cast<Index>(from.objects.size()); ++i) {
        const Object& object = from.objects[i];
        if (object.is_in_rows() && object.value("reverse_fill") && in(to, object) == none && in(to, from.objects[object.whole]) != none) out.push_back(i);
    }
    return out;
}

bool has_late_value(const Object& object) {
    for (std::size_t c = 0; c < object.values.size(); ++c)
        if (object.kind->columns[c].late && object.values[c]) return true;
    return false;
}

Step filling(const Catalog& catalog, Index object, const std::string& expression, const Object& wanted, const Marks& marks) {
    Step out = fill(catalog, object, expression, marks);
    if (out.ranges) out.ranges->must = has_late_value(wanted);
    return out;
}

Index in(const Catalog& catalog, const Object& object) { return catalog.find(object.kind, object.identity); }

}  // namespace plumb::diff
