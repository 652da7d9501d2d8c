// What keeps new columns right while an application that does not know them goes on.
#include "diff/follow.hpp"

#include <algorithm>
#include <sstream>

#include "diff/keep.hpp"
#include "engine/model/kinds/follow.hpp"
#include "engine/model/pattern.hpp"

namespace plumb::diff {

namespace {

constexpr const char* kind = "sync";

Step step(Phase phase, Verb verb, const std::string& identity, std::string sql, const Place& place) {
    return {.phase = phase, .verb = verb, .kind = kind, .identity = identity, .sql = std::move(sql), .place = place};
}

/// The columns that a fill reads; none where the row alone does not tell its value.
std::vector<const Object*> sources(const Catalog& catalog, const Object& part) {
    std::vector<const Object*> out;
    std::stringstream names(part.value("sources").value_or(""));
    for (std::string name; std::getline(names, name, '\x01');) {
        auto found = std::ranges::find_if(catalog.objects, [&](const Object& other) {
            return other.kind == part.kind && other.whole == part.whole && other.name == name;
        });
        if (found == catalog.objects.end()) return {};
        out.push_back(&*found);
    }
    return out;
}

}  // namespace

Following following(const Catalog& catalog, const std::vector<Index>& parts, const std::string& schema) {
    Following out;
    for (Index i : parts) {
        const Object& part = catalog.objects[i];
        auto number = std::to_string(out.parts.size() + 1);
        auto function = schema + "." + plain_name(part) + "_" + number;
        // PostgreSQL fires triggers in the order of their names: those of the users may still change what the value follows from.
        auto trigger = "zz_" + schema + "_" + number;
        auto statements = kind::follow(part, sources(catalog, part), function, trigger);
        if (statements.empty()) continue;
        const std::string& relation = catalog.objects[catalog.root(i)].identity;
        if (out.parts.empty()) out.begin.push_back(step(Phase::expand, Verb::create, schema, "CREATE SCHEMA " + schema, {}));
        for (auto& sql : statements) {
            out.begin.push_back(step(Phase::expand, Verb::create, function, std::move(sql), part.place));
            if (&sql != &statements.front()) out.begin.back().locks = {{relation, Lock::share_row_exclusive}};
        }
        auto drops = kind::unfollow(part, function, trigger);
        for (auto& sql : drops) {
            out.end.push_back(step(Phase::contract, Verb::drop, function, std::move(sql), part.place));
            if (&sql != &drops.back()) out.end.back().locks = {{relation, Lock::access_exclusive}};
        }
        out.parts.push_back(i);
    }
    if (!out.parts.empty()) out.end.push_back(step(Phase::contract, Verb::drop, schema, "DROP SCHEMA " + schema, {}));
    return out;
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
