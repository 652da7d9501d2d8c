// What keeps columns right while an application goes on that does not know them.
#include "diff/follow.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <sstream>

#include "diff/keep.hpp"
#include "diff/passage.hpp"
#include "engine/model/pattern.hpp"

namespace plumb::diff {

namespace {

constexpr const char* kind = "sync";

Step step(Phase phase, Verb verb, const std::string& identity, std::string sql, const Place& place) {
    return {.phase = phase, .verb = verb, .kind = kind, .identity = identity, .sql = std::move(sql), .place = place};
}

/// What stands in the patterns of Data for the columns that an expression reads; nothing where the row alone does not tell its value.
std::optional<Words> sources(const Catalog& catalog, const Object& part, const std::string& expression, const Catalog& live) {
    Words out{{"news", std::nullopt}, {"olds", std::nullopt}, {"fresh", std::nullopt}};
    auto add = [&](const char* list, const std::string& text) { out[list] = (out[list] ? *out[list] + ", " : "") + text; };
    std::stringstream names(part.value("sources").value_or(""));
    for (std::string name; std::getline(names, name, '\x01');) {
        auto found = std::ranges::find_if(catalog.objects, [&](const Object& other) {
            return other.kind == part.kind && other.whole == part.whole && other.name == name;
        });
        auto source = found == catalog.objects.end() ? "" : render(part.kind->data->name, *found);
        // What is computed is not there yet when such a trigger fires.
        if (source.empty()) return std::nullopt;
        add("news", "NEW." + source);
        add("olds", "OLD." + source);
        if (live.find(found->kind, found->identity) == none) add("fresh", "NEW." + source);
    }
    // The function is quoted so.
    bool can = out["news"] && expression.find("$plumb$") == std::string::npos;
    return can ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace

Following following(const Catalog& catalog, const std::vector<Index>& parts, const std::vector<Index>& going, const Catalog& live, const std::string& schema) {
    Following out;
    auto add = [&](Index i, const std::string& expression, bool back) {
        const Object& part = catalog.objects[i];
        auto words = sources(catalog, part, expression, live);
        // Where a default computes a value of their own for new rows, theirs does not follow from others.
        if (!words || (back ? !words->at("fresh") : part.value("given").has_value())) return;
        const auto &begin = part.kind->data->follow, &end = part.kind->data->unfollow;
        auto number = std::to_string(out.parts.size() + 1);
        auto function = name_of_ours(schema, part, out.parts.size() + 1);
        // PostgreSQL fires triggers in the order of their names: those of the users may still change what the value follows from. What an
        // application writes goes forth before it goes back, but for rows that it inserts with both.
        auto name = [&](const char* place) { return "zz_" + schema + "_" + (back ? place : "") + number; };
        words->insert({{"function", function}, {"inserts", name("0_") + "_insert"}, {"updates", name("z_") + "_update"}, {"fill", expression},
                       {"back", back ? Value("") : std::nullopt}, {"constant", std::nullopt}});
        if (back) words->at("constant") = default_of(catalog, i);
        const std::string& relation = catalog.objects[catalog.root(i)].identity;
        const auto phase = back ? Phase::migrate : Phase::expand;
        auto& first = back ? out.back : out.begin;
        if (out.parts.empty()) first.push_back(step(phase, Verb::create, schema, "CREATE SCHEMA " + schema, {}));
        for (auto pattern : begin) {
            first.push_back(step(phase, Verb::create, function, render(pattern, part, {}, *words), part.place));
            if (pattern != begin.front()) first.back().locks = {{relation, Lock::share_row_exclusive}};
        }
        for (auto pattern : end) {
            out.end.push_back(step(Phase::contract, Verb::drop, function, render(pattern, part, {}, *words), part.place));
            if (pattern != end.back()) out.end.back().locks = {{relation, Lock::access_exclusive}};
        }
        out.parts.push_back(i);
    };
    for (Index i : parts) add(i, *catalog.objects[i].value("fill"), false);
    for (Index i : going) add(i, *catalog.objects[i].value("reverse_fill"), true);
    if (!out.parts.empty()) out.end.push_back(step(Phase::contract, Verb::drop, schema, "DROP SCHEMA " + schema, {}));
    return out;
}

Following relaxing(const Catalog& from, const Catalog& to, const Catalog& between, const std::vector<Index>& followed) {
    std::set<Index> going;
    for (Index i = 0; i < static_cast<Index>(from.objects.size()); ++i) {
        const Object& part = from.objects[i];
        bool goes = part.is_in_rows() && part.origin == none && in(to, part) == none && in(to, from.objects[part.whole]) != none;
        if (goes && std::ranges::count(followed, in(between, part)) == 0) going.insert(i);
    }
    if (going.empty()) return {};
    // What tells rows apart must have a value while it is there.
    for (const auto& edge : from.dependencies)
        if (const Object& key = from.objects[edge.dependent]; !key.slot.empty() || key.value("identifies")) going.erase(edge.referenced);
    // What inherits it and stays keeps what it has.
    for (const Object& heir : from.objects)
        for (Index i = heir.origin; i != none && in(to, heir) != none; i = from.objects[i].origin) going.erase(i);
    Following out;
    for (Index i : going) {
        const Object& part = from.objects[i];
        for (auto [pattern, steps] : {std::pair{part.kind->data->relax, &out.begin}, {part.kind->data->tighten, &out.end}}) {
            auto sql = pattern ? render(pattern, part) : "";
            if (sql.empty()) continue;
            steps->push_back(step(Phase::migrate, Verb::alter, part.identity, std::move(sql), {}));
            steps->back().locks = {{from.objects[part.whole].identity, Lock::access_exclusive}};
        }
    }
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
