// The whole way from one catalog to another and back, rows included.
#include "diff/course.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "diff/plan.hpp"
#include "engine/model/pattern.hpp"

namespace plumb::diff {

namespace {

constexpr std::string_view archive_prefix = "plumb_archive_";

/// Steps of several legs, numbered as one plan.
class Steps {
public:
    void add(std::vector<Step> steps, std::optional<Phase> phase) {
        int before = static_cast<int>(out_.size());
        for (auto& step : steps) {
            step.id += before;
            for (int& id : step.depends_on) id += before;
            if (phase) step.phase = *phase;
            out_.push_back(std::move(step));
        }
    }
    void add(Step step, std::optional<Phase> phase) {
        step.id = 1;
        add(std::vector{std::move(step)}, phase);
        if (out_.size() > 1) out_.back().depends_on = {out_.back().id - 1};
    }
    std::vector<Step> take() { return std::move(out_); }

private:
    std::vector<Step> out_;
};

/// What has a fill of its own to say: a part is filled row by row, a whole at once.
bool is_part(const Object& object) { return object.kind->data->name; }

/// One part of the way, between two catalogs; all that the way back has to know.
struct Passage {
    const Catalog* from;
    const Catalog* to;
    std::optional<Phase> phase;
    std::map<Index, std::string> archived = {};  ///< by object of `from`
    std::vector<std::pair<Index, std::string>> keyless = {};
};

bool has_late_value(const Object& object) {
    for (std::size_t c = 0; c < object.values.size(); ++c)
        if (object.kind->columns[c].late && object.values[c]) return true;
    return false;
}

class Planner {
public:
    Planner(const Catalog& from, const Catalog& to, std::string archive, bool by_phase)
        : from_(from), to_(to), archive_(std::move(archive)), by_phase_(by_phase) {}

    Course plan() {
        forward();
        backward();
        return {steps_.take(), inverse_.take()};
    }

private:
    void forward() {
        auto asked = fills(from_, to_);
        if (asked.empty() && !by_phase_) return pass(from_, to_, {}, std::nullopt);
        stages_ = stages(from_, to_, asked);
        pass(from_, stages_.early, {}, Phase::expand);
        for (bool parts : {false, true})
            for (const auto& [j, expression] : asked)
                if (is_part(to_.objects[j]) == parts)
                    if (Index early = in(stages_.early, to_.objects[j]); early != none)
                        steps_.add(filling(stages_.early, early, expression, to_.objects[j]), Phase::migrate);
        pass(stages_.early, stages_.filled, {}, Phase::contract);
        pass(stages_.filled, stages_.strict, in(stages_.strict, asked), Phase::contract);
        pass(stages_.strict, to_, {}, Phase::contract);
    }

    /// The fill of an object, and whether each row must have a value in the end.
    static Step filling(const Catalog& catalog, Index object, const std::string& expression, const Object& wanted) {
        Step out = fill(catalog, object, expression);
        if (out.ranges) out.ranges->must = has_late_value(wanted);
        return out;
    }

    void pass(const Catalog& from, const Catalog& to, const Fills& fills, std::optional<Phase> phase) {
        Leg leg = diff::leg(from, to, {.fills = fills, .archive = archive_, .archived = archived_});
        if (!leg.archived.empty() && archived_ == 0)
            steps_.add(Step{.verb = Verb::create, .kind = "archive", .identity = archive_, .sql = "CREATE SCHEMA " + archive_}, phase.value_or(Phase::contract));
        archived_ += leg.archived.size();
        steps_.add(std::move(leg.steps), phase);
        passages_.push_back({&from, &to, phase, std::move(leg.archived), std::move(leg.keyless)});
    }

    void backward() {
        for (auto passage = passages_.rbegin(); passage != passages_.rend(); ++passage) {
            back(*passage);
            for (const auto& [i, table] : passage->archived)
                inverse_.add(Step{.verb = Verb::drop, .kind = "archive", .identity = table, .sql = "DROP TABLE " + table}, passage->phase.value_or(Phase::contract));
            archived_ -= passage->archived.size();
            if (!passage->archived.empty() && archived_ == 0)
                inverse_.add(Step{.verb = Verb::drop, .kind = "archive", .identity = archive_, .sql = "DROP SCHEMA " + archive_}, passage->phase.value_or(Phase::contract));
        }
    }

    void back(const Passage& passage) {
        Fills fills;
        std::map<Index, std::string> restores, values;
        for (const auto& [i, table] : passage.archived) {
            const Object& object = passage.from->objects[i];
            if (in(*passage.to, object) != none)
                (is_part(object) ? values : restores)[i] = table;
            else if (is_part(object))
                fills[i] = restoring(*passage.from, i, table);
            else
                restores[i] = table;
        }
        // What tells rows apart was there when they were set aside: what went last comes first.
        std::vector<Step> matched;
        for (auto part = passage.keyless.rbegin(); part != passage.keyless.rend(); ++part) {
            matched.push_back(matching(passage, *part));
            fills[part->first] = default_of(*passage.from, part->first).value_or("NULL");
        }
        auto back_in = [&](const Catalog& catalog, const std::map<Index, std::string>& texts) { return in(catalog, *passage.from, texts); };
        auto step_back = [&](const Catalog& from, const Catalog& to, const Rows& rows) { inverse_.add(leg(from, to, rows).steps, passage.phase); };
        if (fills.empty()) return step_back(*passage.to, *passage.from, {.restores = restores, .values = values});
        auto between = stages(*passage.to, *passage.from, fills);
        step_back(*passage.to, between.early, {.restores = back_in(between.early, restores)});
        for (auto& step : matched) inverse_.add(std::move(step), passage.phase);
        for (const auto& [i, expression] : fills) {
            const Object& object = passage.from->objects[i];
            bool is_matched = std::ranges::any_of(passage.keyless, [&](const auto& part) { return part.first == i; });
            if (!is_matched || has_late_value(object)) inverse_.add(filling(between.early, in(between.early, object), expression, object), passage.phase);
        }
        step_back(between.early, between.filled, {});
        step_back(between.filled, between.strict, {.fills = back_in(between.strict, fills)});
        step_back(between.strict, *passage.from, {.restores = restores, .values = values});
    }

    /// The query that finds the value of a row in the archive.
    static std::string restoring(const Catalog& catalog, Index i, const std::string& table) {
        const Object& root = catalog.objects[catalog.root(i)];
        auto found = render(catalog.objects[i].kind->data->restore, catalog.objects[i], {}, {{"archive", table}, {"match", root["row_match"]}, {"others", std::nullopt}});
        if (!has_late_value(catalog.objects[i])) return found;
        // Rows that came since get what new rows get.
        auto otherwise = default_of(catalog, i);
        return otherwise ? "coalesce((" + found + "), " + *otherwise + ")" : found;
    }

    static Value default_of(const Catalog& catalog, Index i) {
        for (const auto& edge : catalog.dependencies)
            if (const Object& part = catalog.objects[edge.dependent]; edge.referenced == i && part.whole == i && part.value("expression"))
                return "CAST(" + *part.value("expression") + " AS " + catalog.objects[i].value("type").value_or("text") + ")";
        return std::nullopt;
    }

    /// The step that brings values back to the rows that are in all else what they were.
    static Step matching(const Passage& passage, const std::pair<Index, std::string>& part) {
        const auto& [i, others] = part;
        Step out = fill(*passage.from, i, "");
        out.sql = render(passage.from->objects[i].kind->data->restore, passage.from->objects[i], {},
                         {{"archive", passage.archived.at(i)}, {"match", std::nullopt}, {"others", others}});
        out.ranges.reset();
        return out;
    }

    static Index in(const Catalog& catalog, const Object& object) { return catalog.find(object.kind, object.identity); }
    Fills in(const Catalog& catalog, const Fills& fills) const { return in(catalog, to_, fills); }
    /// The same for another catalog, as far as it has the objects.
    static Fills in(const Catalog& catalog, const Catalog& of, const Fills& fills) {
        Fills out;
        for (const auto& [i, text] : fills)
            if (Index there = in(catalog, of.objects[i]); there != none) out[there] = text;
        return out;
    }

    const Catalog& from_;
    const Catalog& to_;
    const std::string archive_;
    const bool by_phase_;
    Stages stages_;
    std::vector<Passage> passages_;
    std::size_t archived_ = 0;  ///< tables in the archive
    Steps steps_, inverse_;
};

}  // namespace

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
        if (new_room || waits) out[j] = *object["fill"];
    }
    return out;
}

Course course(const Catalog& from, const Catalog& to, const std::string& archive, bool by_phase) {
    return Planner(from, to, archive, by_phase).plan();
}

std::string next_archive(const Catalog& live) {
    int last = 0;
    for (const auto& object : live.objects)
        for (const auto& name : {object.schema, object.identity})
            if (name.starts_with(archive_prefix)) last = std::max(last, std::atoi(name.c_str() + archive_prefix.size()));
    return std::string(archive_prefix) + std::to_string(last + 1);
}

}  // namespace plumb::diff
