// What keeps new columns right while an application that does not know them goes on.
#include "diff/follow.hpp"

#include <algorithm>
#include <optional>
#include <sstream>

#include "diff/keep.hpp"
#include "engine/model/pattern.hpp"

namespace plumb::diff {

namespace {

constexpr const char* kind = "sync";

Step step(Phase phase, Verb verb, const std::string& identity, std::string sql, const Place& place) {
    return {.phase = phase, .verb = verb, .kind = kind, .identity = identity, .sql = std::move(sql), .place = place};
}

/// What stands in the patterns of Data for the columns that a fill reads; nothing where the row alone does not tell its value.
std::optional<Words> sources(const Catalog& catalog, const Object& part) {
    Words out{{"news", std::nullopt}, {"olds", std::nullopt}};
    std::stringstream names(part.value("sources").value_or(""));
    for (std::string name; std::getline(names, name, '\x01');) {
        auto found = std::ranges::find_if(catalog.objects, [&](const Object& other) {
            return other.kind == part.kind && other.whole == part.whole && other.name == name;
        });
        auto source = found == catalog.objects.end() ? "" : render(part.kind->data->name, *found);
        // What is computed is not there yet when such a trigger fires.
        if (source.empty()) return std::nullopt;
        out["news"] = (out["news"] ? *out["news"] + ", " : "") + "NEW." + source;
        out["olds"] = (out["olds"] ? *out["olds"] + ", " : "") + "OLD." + source;
    }
    // The function is quoted so.
    bool can = out["news"] && part["fill"]->find("$plumb$") == std::string::npos;
    return can ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace

Following following(const Catalog& catalog, const std::vector<Index>& parts, const std::string& schema) {
    Following out;
    for (Index i : parts) {
        const Object& part = catalog.objects[i];
        auto words = sources(catalog, part);
        if (!words) continue;
        const auto &begin = part.kind->data->follow, &end = part.kind->data->unfollow;
        auto number = std::to_string(out.parts.size() + 1);
        auto function = schema + "." + plain_name(part) + "_" + number;
        // PostgreSQL fires triggers in the order of their names: those of the users may still change what the value follows from.
        words->insert({{"function", function}, {"trigger", "zz_" + schema + "_" + number}});
        if (render(begin.front(), part, {}, *words).empty()) continue;
        const std::string& relation = catalog.objects[catalog.root(i)].identity;
        if (out.parts.empty()) out.begin.push_back(step(Phase::expand, Verb::create, schema, "CREATE SCHEMA " + schema, {}));
        for (auto pattern : begin) {
            out.begin.push_back(step(Phase::expand, Verb::create, function, render(pattern, part, {}, *words), part.place));
            if (pattern != begin.front()) out.begin.back().locks = {{relation, Lock::share_row_exclusive}};
        }
        for (auto pattern : end) {
            out.end.push_back(step(Phase::contract, Verb::drop, function, render(pattern, part, {}, *words), part.place));
            if (pattern != end.back()) out.end.back().locks = {{relation, Lock::access_exclusive}};
        }
        out.parts.push_back(i);
    }
    if (!out.parts.empty()) out.end.push_back(step(Phase::contract, Verb::drop, schema, "DROP SCHEMA " + schema, {}));
    return out;
}

bool is_followed(const Catalog& live, Index part) {
    return std::ranges::any_of(live.dependencies, [&](const Dependency& edge) {
        if (edge.referenced != part || !live.objects[edge.dependent].schema.starts_with(sync_prefix)) return false;
        // The trigger for UPDATE looks at what the value follows from, too.
        return std::ranges::none_of(live.dependencies, [&](const Dependency& other) {
            return other.dependent == edge.dependent && other.referenced != part && live.objects[other.referenced].is_in_rows();
        });
    });
}

std::vector<Step> left_following(const Catalog& live) {
    std::vector<Step> out;
    // What uses something comes after it in a catalog.
    for (auto object = live.objects.rbegin(); object != live.objects.rend(); ++object) {
        if (!object->schema.starts_with(sync_prefix) || !object->kind->drop || object->kind->governed_by != Governs::nothing) continue;
        auto sql = render(object->kind->drop, *object);
        // The rehearsal has none.
        sql.insert(sql.find(' ', sql.find(' ') + 1), " IF EXISTS");
        out.push_back(step(Phase::expand, Verb::drop, object->identity, std::move(sql), {}));
        out.back().id = static_cast<int>(out.size());
        if (out.size() > 1) out.back().depends_on = {out.back().id - 1};
    }
    return out;
}

}  // namespace plumb::diff
